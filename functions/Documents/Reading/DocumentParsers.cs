using Avance.Functions.Documents.Reading.Csv;
using Avance.Functions.Documents.Reading.Docx;
using Avance.Functions.Documents.Reading.Html;
using Avance.Functions.Documents.Reading.Mail;
using Avance.Functions.Documents.Reading.Odf;
using Avance.Functions.Documents.Reading.Pdf;
using Avance.Functions.Documents.Reading.Pptx;
using Avance.Functions.Documents.Reading.Rtf;
using Avance.Functions.Documents.Reading.Sheets;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Documents.Reading;

/// <summary>All parsers.</summary>
internal static class DocumentParsers
{
    /// <summary>Our parsers, which check for cancellation as they read.</summary>
    public static IReadOnlyList<IDocumentParser> InApp(ReadingOptions options) =>
        [
            new DocxParser(options),
            new PptxParser(options),
            new OdtParser(options, EvidenceFormat.Odt),
            new OdtParser(options, EvidenceFormat.Odp),
            new OdsParser(options),
            new CsvParser(options),
            new TextParser(),
            new RtfParser(options),
            new SpreadsheetXmlParser(options),
        ];

    /// <summary>Parsers around third-party libraries.</summary>
    public static IReadOnlyList<IDocumentParser<IContainerSink>> InChild(ReadingOptions options) =>
        [
            new EmlParser(options),
            new SheetParser(options, EvidenceFormat.Xlsx),
            new SheetParser(options, EvidenceFormat.Xls),
            new HtmlParser(options),
            new PdfPigParser(options),
        ];
}
