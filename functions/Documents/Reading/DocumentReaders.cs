using Avance.Functions.Documents.Reading.ChildProcesses;
using Avance.Functions.Documents.Reading.Images;
using Avance.Functions.Documents.Reading.Msg;
using Avance.Functions.Documents.Reading.Ocr;
using Avance.Functions.Documents.Reading.Pdf;
using Avance.Functions.Documents.Reading.Zip;

namespace Avance.Functions.Documents.Reading;

/// <summary>All readers.</summary>
public static class DocumentReaders
{
    private static readonly IDocumentReader[] NoReaders = [];

    /// <param name="hasPoppler">
    /// Whether the programs that read PDFs are installed; without them a library reads the letters of a PDF.
    /// </param>
    public static IReadOnlyList<IDocumentReader> All(
        ReadingOptions options,
        BusinessCalendar calendar,
        TimeProvider time,
        bool hasPoppler = true
    )
    {
        var children = new ChildProcess(time);
        var pool = new ChildPool(options, time);
        var ocr = new OcrEngine(children, options);
        var pictures = new PictureOcr(ocr, new PictureScaler(children, options), options);
        return
        [
            .. hasPoppler ? [new PdfReader(new PdfTools(children, options), ocr, options, time)] : NoReaders,
            new ImageReader(pictures, options, time),
            new ZipReader(options),
            new MsgReader(options, calendar),
            .. DocumentParsers.InApp(options).Select(parser => Pictured(new ParserReader(parser, options, time))),
            .. DocumentParsers
                .InChild(options)
                .Where(parser => !hasPoppler || parser.Id != PdfPigParser.ReaderId)
                .Select(parser => Pictured(new ChildReader(parser, options, pool))),
        ];

        IDocumentReader Pictured(IDocumentReader reader) =>
            EmbeddedPictureReader.MayHavePictures(reader)
                ? new EmbeddedPictureReader(reader, pictures, options, time)
                : reader;
    }
}
