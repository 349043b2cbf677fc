using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Odf;

/// <summary>Reads a text document of LibreOffice. Deleted text, comments and forms are left out.</summary>
internal sealed class OdtParser(ReadingOptions options) : IDocumentParser
{
    private const int MaxBlanks = 1_000;
    private const int MaxRows = 1_048_576;

    public string Id => "odt";

    public int Version => 3;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Odt];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        using var package = Package.Open(content, options, cancellationToken);
        OdfEncryption.Check(package);
        var blocks = new BlockBuilder(sink, options);
        // The headers and footers of all pages.
        using (var styles = package.TryOpenXml("styles.xml"))
        {
            if (styles is not null)
            {
                Parse(styles, blocks, "master-styles");
            }
        }

        using var xml = package.OpenXml("content.xml");
        Parse(xml, blocks, "body");
    }

    private static void Parse(PackageXml xml, BlockBuilder blocks, string root)
    {
        var depth = int.MaxValue;
        var more = xml.Read();
        while (more)
        {
            if (xml.IsStart && xml.Name is "tracked-changes" or "annotation" or "forms")
            {
                more = xml.Skip();
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

    private static void Start(PackageXml xml, BlockBuilder blocks)
    {
        switch (xml.Name)
        {
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
