using System.Text;
using Avance.Functions.Documents.Reading.Text;
using HtmlAgilityPack;

namespace Avance.Functions.Documents.Reading.Html;

/// <summary>Reads the text of a web page or the body of a mail, without scripts, styles and pictures.</summary>
internal sealed class HtmlParser(ReadingOptions options) : IDocumentParser
{
    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "head",
        "noscript",
        "script",
        "style",
        "template",
        "iframe",
        "object",
        "svg",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address",
        "article",
        "blockquote",
        "body",
        "dd",
        "div",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "td",
        "th",
        "ul",
    };

    public string Id => "html";

    public int Version => 2;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Html];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        if (content.Length > options.HtmlMegabytes * ReadingOptions.Megabyte)
        {
            throw new UnreadableException(ReadTrouble.TooLarge, $"a page of {content.Length} bytes");
        }

        var document = new HtmlDocument { OptionMaxNestedChildNodes = options.HtmlDepth, OptionReadEncoding = false };
        try
        {
            document.Load(content, TextEncodings.Of(content, cancellationToken));
        }
        // The library has no exception type for it.
        catch (Exception error) when (error.Message.Contains("nested tags", StringComparison.Ordinal))
        {
            throw new UnreadableException(ReadTrouble.TooDeep, $"more than {options.HtmlDepth} elements deep");
        }

        var blocks = new BlockBuilder(sink, options);
        blocks.StartParagraph();
        Walk(document.DocumentNode, blocks);
        blocks.End();
    }

    /// <summary>Without recursion: a page as deep as its limit would overflow the stack.</summary>
    private void Walk(HtmlNode root, BlockBuilder blocks)
    {
        var node = root;
        while (node is not null)
        {
            if (node.NodeType == HtmlNodeType.Text)
            {
                blocks.Append(Collapse(HtmlEntity.DeEntitize(node.InnerText) ?? "", node.ParentNode?.Name == "pre"));
            }

            if (node.NodeType is not HtmlNodeType.Comment && !Hidden.Contains(node.Name))
            {
                Start(node, blocks);
                if (node.FirstChild is { } child)
                {
                    node = child;
                    continue;
                }

                End(node, blocks);
            }

            while (node.NextSibling is null)
            {
                node = node.ParentNode;
                if (node is null || node == root)
                {
                    return;
                }

                End(node, blocks);
            }

            node = node.NextSibling;
        }
    }

    private void Start(HtmlNode node, BlockBuilder blocks)
    {
        if (!Blocks.Contains(node.Name))
        {
            blocks.Append(node.Name == "br" ? "\n" : "");
            return;
        }

        blocks.EndParagraph();
        switch (node.Name)
        {
            case "table":
                blocks.StartTable();
                break;
            case "tr":
                blocks.StartRow();
                break;
            case "td" or "th":
                blocks.AddSpanned();
                blocks.StartCell();
                blocks.Span(Math.Clamp(node.GetAttributeValue("colspan", 1), 1, options.Columns));
                blocks.RowSpan(node.GetAttributeValue("rowspan", 1));
                break;
        }

        blocks.StartParagraph();
    }

    private static void End(HtmlNode node, BlockBuilder blocks)
    {
        if (!Blocks.Contains(node.Name))
        {
            return;
        }

        blocks.EndParagraph();
        switch (node.Name)
        {
            case "table":
                blocks.EndTable();
                break;
            case "tr":
                blocks.AddSpanned();
                blocks.EndRow();
                break;
            case "td" or "th":
                blocks.EndCell();
                break;
        }

        blocks.StartParagraph();
    }

    /// <summary>A page shows any number of blanks and line ends as one blank.</summary>
    private static string Collapse(string text, bool keep)
    {
        if (keep)
        {
            return text;
        }

        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var blank = c is ' ' or '\t' or '\r' or '\n';
            if (!blank || collapsed.Length == 0 || collapsed[^1] != ' ')
            {
                collapsed.Append(blank ? ' ' : c);
            }
        }

        return collapsed.ToString();
    }
}
