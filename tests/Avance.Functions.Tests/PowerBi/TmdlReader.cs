using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>
/// Reads as much of TMDL as the project uses. Tabs are its structure: what belongs to an object stands one tab deeper, the
/// lines of its expression two. https://learn.microsoft.com/analysis-services/tmdl/tmdl-overview
/// </summary>
internal static partial class TmdlReader
{
    /// <exception cref="FormatException">A line is none of an object, a property or a description.</exception>
    public static TmdlNode Read(string text)
    {
        var root = new TmdlNode("", "", "", "");
        var open = new List<TmdlNode> { root };
        var description = new List<string>();
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].Trim();
            if (line.Length == 0)
            {
                continue;
            }

            if (line.StartsWith("///", StringComparison.Ordinal))
            {
                description.Add(line[3..].Trim());
                continue;
            }

            var depth = DepthOf(lines[index]);
            if (depth >= open.Count)
            {
                throw new FormatException($"Line {index + 1} stands deeper than what it belongs to: {line}");
            }

            var body = new List<string>();
            if (line.EndsWith('='))
            {
                while (
                    index + 1 < lines.Length && (IsBlank(lines[index + 1]) || DepthOf(lines[index + 1]) >= depth + 2)
                )
                {
                    body.Add(IsBlank(lines[++index]) ? "" : lines[index][(depth + 2)..]);
                }
            }

            var node = NodeOf(line, string.Join('\n', body).TrimEnd(), string.Join(' ', description));
            description.Clear();
            open.RemoveRange(depth + 1, open.Count - depth - 1);
            open[depth].Children.Add(node);
            open.Add(node);
        }

        return root;
    }

    private static TmdlNode NodeOf(string line, string body, string description)
    {
        var match = Line.Match(line);
        if (!match.Success)
        {
            throw new FormatException($"Not understood: {line}");
        }

        var name = match.Groups["name"].Value;
        if (name.StartsWith('\''))
        {
            name = name[1..^1].Replace("''", "'", StringComparison.Ordinal);
        }

        var value = match.Groups["value"].Value;
        return new TmdlNode(match.Groups["keyword"].Value, name, value.Length > 0 ? value : body, description);
    }

    private static int DepthOf(string line) => line.TakeWhile(one => one == '\t').Count();

    private static bool IsBlank(string line) => string.IsNullOrWhiteSpace(line);

    [GeneratedRegex(
        @"^(?<keyword>\w+)(:\s*(?<value>.*)|(\s+(?<name>'([^']|'')+'|(table|cultureInfo)\s+('.+'|\S+)|[^\s=']+))?(\s*=\s*(?<value>.*))?)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Line { get; }
}
