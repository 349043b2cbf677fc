using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Docx;

/// <summary>
/// Reads a Word document: headers first, since they hold the document's number, then body, footnotes and footers. Deleted text
/// and field codes are left out, since the document does not show them.
/// </summary>
internal sealed class DocxParser(ReadingOptions options) : IDocumentParser
{
    public string Id => "docx";

    public int Version => 3;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Docx];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        using var package = Package.Open(content, options, cancellationToken);
        var main = Relations.MainPart(package, "word/document.xml");
        var related = Relations.Of(package, main);
        var blocks = new BlockBuilder(sink, options);
        foreach (var part in Related(related, "/header").Append(main).Concat(Related(related, "notes", "/footer")))
        {
            using var xml = part == main ? package.OpenXml(part) : package.TryOpenXml(part);
            if (xml is not null)
            {
                Parse(xml, blocks);
                blocks.End();
            }
        }
    }

    private static IEnumerable<string> Related(IReadOnlyList<Relation> relations, params string[] kinds) =>
        relations
            .Where(relation => kinds.Any(kind => relation.Type.EndsWith(kind, StringComparison.Ordinal)))
            .Select(relation => relation.Target)
            .Distinct(StringComparer.Ordinal);

    private void Parse(PackageXml xml, BlockBuilder blocks)
    {
        var inText = false;
        var alternatives = new AlternateContent(blocks);
        var more = xml.Read();
        while (more)
        {
            if (xml.IsStart && (IsLeftOut(xml.Name) || alternatives.IsLeftOut(xml)))
            {
                more = xml.Skip();
                continue;
            }

            if (xml.IsStart)
            {
                inText = xml is { Name: "t", IsEmpty: false };
                Start(xml, blocks);
            }
            else if (xml.IsEnd)
            {
                inText = false;
                alternatives.End(xml);
                OfficeElements.End(xml.Name, blocks);
            }
            else if (inText && xml.IsText)
            {
                xml.AppendText(blocks.Append);
            }

            more = xml.Read();
        }
    }

    /// <summary>True for properties, field codes and deleted text.</summary>
    private static bool IsLeftOut(string name) =>
        name is "pPr" or "rPr" or "tblPr" or "tblGrid" or "sectPr" or "instrText" or "delText" or "moveFrom";

    private void Start(PackageXml xml, BlockBuilder blocks)
    {
        switch (xml.Name)
        {
            case "p":
                blocks.StartParagraph();
                break;
            case "tbl":
                blocks.StartTable();
                break;
            case "tr":
                blocks.StartRow();
                break;
            case "tc":
                blocks.StartCell();
                break;
            case "gridSpan":
                blocks.Span(xml.Count("val", options.Columns));
                break;
            case "vMerge" when xml.Attribute("val") is null or "continue":
                blocks.Merge();
                break;
            case "tab" or "ptab":
                blocks.Append(" ");
                break;
            case "br" or "cr":
                blocks.Append("\n");
                break;
            case "noBreakHyphen":
                blocks.Append("-");
                break;
        }

        if (xml.IsEmpty)
        {
            OfficeElements.End(xml.Name, blocks);
        }
    }
}
