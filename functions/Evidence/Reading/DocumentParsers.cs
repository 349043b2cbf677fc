using Avance.Functions.Evidence.Reading.Csv;
using Avance.Functions.Evidence.Reading.Docx;
using Avance.Functions.Evidence.Reading.Html;
using Avance.Functions.Evidence.Reading.Mail;
using Avance.Functions.Evidence.Reading.Odf;
using Avance.Functions.Evidence.Reading.Pptx;
using Avance.Functions.Evidence.Reading.Sheets;
using Avance.Functions.Evidence.Reading.Text;

namespace Avance.Functions.Evidence.Reading;

/// <summary>The parsers, a line each.</summary>
internal static class DocumentParsers
{
    /// <summary>Ours, which look at the token for each piece that they read.</summary>
    public static IReadOnlyList<IDocumentParser> InApp(ReadingOptions options) =>
        [
            new DocxParser(options),
            new PptxParser(options),
            new OdtParser(options),
            new OdsParser(options),
            new CsvParser(options),
            new TextParser(),
        ];

    /// <summary>Those around libraries of others.</summary>
    public static IReadOnlyList<IDocumentParser<IContainerSink>> InChild(ReadingOptions options) =>
        [
            new EmlParser(options),
            new SheetParser(options, EvidenceFormat.Xlsx),
            new SheetParser(options, EvidenceFormat.Xls),
            new HtmlParser(options),
        ];
}
