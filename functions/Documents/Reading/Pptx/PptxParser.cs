using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Pptx;

/// <summary>Reads a presentation slide by slide, in the order of showing; slides count as pages.</summary>
internal sealed class PptxParser(ReadingOptions options) : IDocumentParser
{
    private const int MaxRows = 10_000;

    public string Id => "pptx";

    public int Version => 3;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Pptx];

    public void Parse(Stream content, IReadSink sink, CancellationToken cancellationToken)
    {
        using var package = Package.Open(content, options, cancellationToken);
        var slides = Slides(package);
        if (slides.Count > options.Pages)
        {
            throw new UnreadableException(ReadTrouble.TooManyPages, $"{slides.Count} slides");
        }

        sink.Pages(slides.Count);
        var blocks = new BlockBuilder(sink, options);
        for (var i = 0; i < slides.Count; i++)
        {
            blocks.Page = i + 1;
            using var xml = package.TryOpenXml(slides[i]);
            if (xml is not null)
            {
                Parse(xml, blocks);
                blocks.End();
            }
        }
    }

    private static List<string> Slides(Package package)
    {
        var main = Relations.MainPart(package, "ppt/presentation.xml");
        // A damaged presentation may have an id twice.
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relation in Relations.Of(package, main))
        {
            targets.TryAdd(relation.Id, relation.Target);
        }

        var slides = new List<string>();
        using var xml = package.OpenXml(main);
        while (xml.Read())
        {
            // A slide has two ids, in either order: its number `id` and its relation `r:id`.
            if (
                xml is { IsStart: true, Name: "sldId" }
                && (
                    targets.TryGetValue(xml.LastAttribute("id") ?? "", out var target)
                    || targets.TryGetValue(xml.Attribute("id") ?? "", out target)
                )
            )
            {
                slides.Add(target);
            }
        }

        return slides;
    }

    private static void Parse(PackageXml xml, BlockBuilder blocks)
    {
        var inText = false;
        var alternatives = new AlternateContent(blocks);
        var more = xml.Read();
        while (more)
        {
            if (xml.IsStart && (xml.Name is "pPr" or "rPr" or "tblPr" or "tblGrid" || alternatives.IsLeftOut(xml)))
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

    private static void Start(PackageXml xml, BlockBuilder blocks)
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
                // The covered cells are present too, and empty.
                blocks.StartCell();
                blocks.RowSpan(xml.Count("rowSpan", MaxRows));
                break;
            case "br":
                blocks.Append("\n");
                break;
        }

        if (xml.IsEmpty)
        {
            OfficeElements.End(xml.Name, blocks);
        }
    }
}
