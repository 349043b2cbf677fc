using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Docx;

/// <summary>
/// Reads a Word document: headers first, for they hold the number of the document, then its body, footnotes and footers.
/// Deleted text and field codes are left out, as the document does not show them.
/// </summary>
internal sealed class DocxParser(ReadingOptions options) : IDocumentParser
{
    public string Id => "docx";

    public int Version => 2;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Docx];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        using var package = Package.Open(content, options, cancellationToken);
        var main = Relations.MainPart(package, "word/document.xml");
        var related = Relations.Of(package, main);
        var flow = new DocumentFlow(sink, options);
        foreach (var part in Related(related, "/header").Append(main).Concat(Related(related, "notes", "/footer")))
        {
            using var xml = part == main ? package.OpenXml(part) : package.TryOpenXml(part);
            if (xml is not null)
            {
                Parse(xml, flow);
                flow.End();
            }
        }
    }

    private static IEnumerable<string> Related(IReadOnlyList<Relation> relations, params string[] kinds) =>
        relations
            .Where(relation => kinds.Any(kind => relation.Type.EndsWith(kind, StringComparison.Ordinal)))
            .Select(relation => relation.Target)
            .Distinct(StringComparer.Ordinal);

    private void Parse(PackageXml xml, DocumentFlow flow)
    {
        var inText = false;
        var more = xml.Read();
        while (more)
        {
            if (xml.IsStart && IsLeftOut(xml.Name))
            {
                more = xml.Skip();
                continue;
            }

            if (xml.IsStart)
            {
                inText = xml is { Name: "t", IsEmpty: false };
                Start(xml, flow);
            }
            else if (xml.IsEnd)
            {
                inText = false;
                End(xml.Name, flow);
            }
            else if (inText && xml.IsText)
            {
                xml.AppendText(flow.Append);
            }

            more = xml.Read();
        }
    }

    /// <summary>Formats; what shows only in programs that cannot show the other choice; changes that were taken back.</summary>
    private static bool IsLeftOut(string name) =>
        name
            is "pPr"
                or "rPr"
                or "tblPr"
                or "tblGrid"
                or "sectPr"
                or "Fallback"
                or "instrText"
                or "delText"
                or "moveFrom";

    private void Start(PackageXml xml, DocumentFlow flow)
    {
        switch (xml.Name)
        {
            case "p":
                flow.StartParagraph();
                break;
            case "tbl":
                flow.StartTable();
                break;
            case "tr":
                flow.StartRow();
                break;
            case "tc":
                flow.StartCell();
                break;
            case "gridSpan":
                flow.Span(xml.Count("val", options.Columns));
                break;
            case "tab" or "ptab":
                flow.Append(" ");
                break;
            case "br" or "cr":
                flow.Append("\n");
                break;
            case "noBreakHyphen":
                flow.Append("-");
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
            case "p":
                flow.EndParagraph();
                break;
            case "tbl":
                flow.EndTable();
                break;
            case "tr":
                flow.EndRow();
                break;
            case "tc":
                flow.EndCell();
                break;
        }
    }
}
