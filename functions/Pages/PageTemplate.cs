using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Avance.Functions.Pages;

/// <summary>
/// What all pages that modules fill have in common: <c>Pages/marco.html</c>. There <c>{{title}}</c> and <c>{{name}}</c>
/// are the page's own; <c>{{desk:…}}</c> is for the pages of the desk only, and <c>{{actividad:…}}</c> for that page.
/// </summary>
public static partial class PageTemplate
{
    /// <summary>The name of the file, which is no page itself.</summary>
    public const string Name = "marco";

    // Letters stay as they are: the page says that it is UTF-8.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="template">What the file says.</param>
    /// <param name="title">Its title, as text.</param>
    public static string Render(string template, ModulePage page, string title)
    {
        var lines = template
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line =>
                Part.Replace(line, part => IsOf(part.Groups["of"].Value) ? part.Groups["content"].Value : "")
            )
            .Where(line => !string.IsNullOrWhiteSpace(line));
        return (string.Join('\n', lines) + "\n")
            .Replace("{{name}}", page.Name, StringComparison.Ordinal)
            .Replace("{{title}}", Encoder.Encode(title), StringComparison.Ordinal);

        bool IsOf(string pages) => pages == page.Name || (pages == "desk" && page.IsDesk);
    }

    [GeneratedRegex(@"\{\{(?<of>[a-z]+):(?<content>.*?)\}\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Part { get; }
}
