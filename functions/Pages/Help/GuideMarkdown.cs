using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Avance.Functions.Pages.Help;

/// <summary>
/// A guide of <c>docs/</c> as the content of a page. Markdown leads to files beside it, so that the guide can be read in the
/// repository too; here its pictures are assets, and another guide is a page of the app.
/// </summary>
public static class GuideMarkdown
{
    private const string Pictures = "guia/";

    // No HTML of its own: a guide brings no script and no style past the content security policy.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .DisableHtml()
        .Build();

    /// <param name="markdown">It begins with its title, a heading of the first level.</param>
    /// <param name="addresses">Where the app has the guides, by the name of the file.</param>
    /// <returns>The title as text, and HTML with it.</returns>
    public static (string Title, string Content) Render(string markdown, IReadOnlyDictionary<string, string> addresses)
    {
        var document = Markdown.Parse(markdown.ReplaceLineEndings("\n"), Pipeline);
        var title = string.Concat(
            document.OfType<HeadingBlock>().First().Inline!.Descendants<LiteralInline>().Select(text => text.Content)
        );
        foreach (var link in document.Descendants<LinkInline>())
        {
            var (file, anchor) = Split(link.Url ?? "");
            if (link.IsImage && file.StartsWith(Pictures, StringComparison.Ordinal))
            {
                link.Url = $"/assets/{file[Pictures.Length..]}";
                link.GetAttributes().AddProperty("loading", "lazy");
            }
            else if (addresses.TryGetValue(file, out var address))
            {
                link.Url = address + anchor;
            }
        }

        return (title, document.ToHtml(Pipeline));
    }

    private static (string File, string Anchor) Split(string url)
    {
        var anchor = url.IndexOf('#', StringComparison.Ordinal);
        return anchor < 0 ? (url, "") : (url[..anchor], url[anchor..]);
    }
}
