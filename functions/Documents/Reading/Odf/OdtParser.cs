using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Odf;

/// <summary>
/// Reads a text document or a presentation of LibreOffice, whose slides count as pages. Deleted text, comments, forms and the
/// notes of slides are left out.
/// </summary>
internal sealed class OdtParser(ReadingOptions options, EvidenceFormat format) : IDocumentParser
{
    private const int MaxBlanks = 1_000;
    private const int MaxRows = 1_048_576;

    /// <summary>Letters of a picture within the XML from which on it may show text: some 30 KB.</summary>
    private const int MinPicture = 40_000;

    public string Id => format == EvidenceFormat.Odp ? "odp" : "odt";

    public int Version => 3;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [format];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        using var file = new OdfFile(content, options, cancellationToken);
        var blocks = new BlockBuilder(sink, options);
        // The headers and footers of a text; the master slides of a presentation hold no text of its own.
        using (var styles = format == EvidenceFormat.Odt ? file.TryOpenStyles() : null)
        {
            if (styles is not null)
            {
                Parse(styles, sink, blocks, "master-styles");
            }
        }

        using var xml = file.OpenContent();
        Parse(xml, sink, blocks, "body");
        if (blocks.Page is { } slides)
        {
            sink.Pages(slides);
        }
    }

    private void Parse(PackageXml xml, IReadSink sink, BlockBuilder blocks, string root)
    {
        var depth = int.MaxValue;
        var more = xml.Read();
        while (more)
        {
            if (xml.IsStart && xml.Name is "tracked-changes" or "annotation" or "forms" or "notes")
            {
                more = xml.Skip();
                continue;
            }

            // Only the flat kind has its pictures here.
            if (xml.IsStart && xml.Name == "binary-data")
            {
                sink.Unread(TextLength(xml) >= MinPicture && xml.Depth > depth ? 1 : 0);
                more = xml.Read();
                continue;
            }

            if (xml.IsStart && xml.Name == root)
            {
                depth = xml.Depth;
            }
            else if (xml.Depth > depth && xml.IsStart)
            {
                Start(xml, blocks);
            }
            else if (xml.Depth > depth && xml.IsEnd)
            {
                End(xml.Name, blocks);
            }
            else if (xml.Depth > depth && xml.IsText)
            {
                xml.AppendText(blocks.Append);
            }
            else if (xml.Depth <= depth)
            {
                depth = int.MaxValue;
            }

            more = xml.Read();
        }

        blocks.End();
    }

    private static long TextLength(PackageXml xml)
    {
        long length = 0;
        var element = xml.Element;
        while (xml.ReadWithin(element))
        {
            if (xml.IsText)
            {
                xml.AppendText(text => length += text.Length);
            }
        }

        return length;
    }

    private void StartPage(BlockBuilder blocks)
    {
        blocks.Page = (blocks.Page ?? 0) + 1;
        if (blocks.Page > options.Pages)
        {
            throw new UnreadableException(ReadTrouble.TooManyPages, $"more than {options.Pages} slides");
        }
    }

    private void Start(PackageXml xml, BlockBuilder blocks)
    {
        switch (xml.Name)
        {
            case "page" when format == EvidenceFormat.Odp:
                StartPage(blocks);
                break;
            case "p" or "h":
                blocks.StartParagraph();
                break;
            case "table":
                blocks.StartTable();
                break;
            case "table-row":
                blocks.StartRow();
                break;
            case "table-cell" or "covered-table-cell":
                blocks.StartCell();
                blocks.RowSpan(xml.Count("number-rows-spanned", MaxRows));
                break;
            case "s":
                blocks.Append(new string(' ', xml.Count("c", MaxBlanks)));
                break;
            case "tab":
                blocks.Append(" ");
                break;
            case "line-break":
                blocks.Append("\n");
                break;
        }

        if (xml.IsEmpty)
        {
            End(xml.Name, blocks);
        }
    }

    private static void End(string name, BlockBuilder blocks)
    {
        switch (name)
        {
            case "p" or "h":
                blocks.EndParagraph();
                break;
            case "table":
                blocks.EndTable();
                break;
            case "table-row":
                blocks.EndRow();
                break;
            case "table-cell" or "covered-table-cell":
                blocks.EndCell();
                break;
        }
    }
}
