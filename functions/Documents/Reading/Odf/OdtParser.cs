using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Odf;

/// <summary>Reads a text document of LibreOffice. Deleted text, comments and forms are left out.</summary>
internal sealed class OdtParser(ReadingOptions options) : IDocumentParser
{
    private const int MaxBlanks = 1_000;

    public string Id => "odt";

    public int Version => 2;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Odt];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        using var package = Package.Open(content, options, cancellationToken);
        OdfEncryption.Check(package);
        var flow = new DocumentFlow(sink, options);
        // The headers and footers of all pages.
        using (var styles = package.TryOpenXml("styles.xml"))
        {
            if (styles is not null)
            {
                Parse(styles, flow, "master-styles");
            }
        }

        using var xml = package.OpenXml("content.xml");
        Parse(xml, flow, "body");
    }

    private static void Parse(PackageXml xml, DocumentFlow flow, string root)
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
                Start(xml, flow);
            }
            else if (xml.Depth > depth && xml.IsEnd)
            {
                End(xml.Name, flow);
            }
            else if (xml.Depth > depth && xml.IsText)
            {
                xml.AppendText(flow.Append);
            }
            else if (xml.Depth <= depth)
            {
                depth = int.MaxValue;
            }

            more = xml.Read();
        }

        flow.End();
    }

    private static void Start(PackageXml xml, DocumentFlow flow)
    {
        switch (xml.Name)
        {
            case "p" or "h":
                flow.StartParagraph();
                break;
            case "table":
                flow.StartTable();
                break;
            case "table-row":
                flow.StartRow();
                break;
            case "table-cell" or "covered-table-cell":
                flow.StartCell();
                break;
            case "s":
                flow.Append(new string(' ', xml.Count("c", MaxBlanks)));
                break;
            case "tab":
                flow.Append(" ");
                break;
            case "line-break":
                flow.Append("\n");
                break;
        }

        if (xml.IsEmpty)
        {
            End(xml.Name, flow);
        }
    }

    private static void End(string name, DocumentFlow flow)
    {
        switch (name)
        {
            case "p" or "h":
                flow.EndParagraph();
                break;
            case "table":
                flow.EndTable();
                break;
            case "table-row":
                flow.EndRow();
                break;
            case "table-cell" or "covered-table-cell":
                flow.EndCell();
                break;
        }
    }
}
