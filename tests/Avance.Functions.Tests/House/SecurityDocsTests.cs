using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.House;

/// <summary>docs/security.md promises what tests show, and says where nothing does.</summary>
public sealed partial class SecurityDocsTests
{
    private const string NotDefended = "**Not defended**";

    private static readonly string Text = Checkout.Read("docs/security.md");

    [Fact]
    public async Task Tests_ThatItNames_AreThere()
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var file in (await Checkout.FilesAsync("Tests.cs")).Where(file =>
                file.StartsWith("tests/", StringComparison.Ordinal)
            )
        )
        {
            var name = Path.GetFileNameWithoutExtension(file);
            classes[name] = classes.GetValueOrDefault(name) + Checkout.Read(file);
        }

        var named = TestName.Matches(Text).ToArray();
        named.Length.ShouldBeGreaterThan(60);
        named
            .Where(test =>
                !classes.TryGetValue(test.Groups["class"].Value, out var source)
                || !source.Contains($" {test.Groups["method"].Value}(", StringComparison.Ordinal)
            )
            .Select(test => test.Value)
            .Distinct()
            .ShouldBeEmpty();
    }

    [Fact]
    public void Rows_OfEachFlow_NameATestOrSayThatNothingDefends()
    {
        var rows = Text.Split("## The flows")[1]
            .Split("\n## ")[0]
            .Split('\n')
            .Where(line => Row.IsMatch(line))
            .Select(line => (Line: line, Cells: line.Trim('|').Split(" | ")))
            .ToArray();

        rows.Length.ShouldBeGreaterThan(40);
        rows.Where(row => row.Cells.Length != 3).Select(row => row.Line).ShouldBeEmpty();
        rows.Where(row => !TestName.IsMatch(row.Cells[2]) && !row.Cells[1].Contains(NotDefended))
            .Select(row => row.Line)
            .ShouldBeEmpty();
    }

    /// <summary>The flows of the drawing are those of the sections.</summary>
    [Fact]
    public void Flows_OfTheDrawing_HaveASectionEach() =>
        Arrow
            .Matches(Text)
            .Select(match => match.Groups["number"].Value)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(Section.Matches(Text).Select(match => match.Groups["number"].Value));

    [GeneratedRegex("`(?<class>[A-Z]\\w+Tests)\\.(?<method>\\w+)`", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex TestName { get; }

    [GeneratedRegex(
        @"^\| (Spoofing|Tampering|Repudiation|Disclosure|Denial|Elevation):",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Row { get; }

    [GeneratedRegex(@"-[-.] (?<number>\d)\. ", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Arrow { get; }

    [GeneratedRegex(@"^### (?<number>\d)\. ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Section { get; }
}
