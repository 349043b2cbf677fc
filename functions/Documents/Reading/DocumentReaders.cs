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
    public static IReadOnlyList<IDocumentReader> All(
        ReadingOptions options,
        BusinessCalendar calendar,
        TimeProvider time
    )
    {
        var children = new ChildProcess(time);
        var pool = new ChildPool(options, time);
        var ocr = new OcrEngine(children, options);
        var pictures = new PictureOcr(ocr, new PictureScaler(children, options), options);
        return
        [
            new PdfReader(new PdfTools(children, options), ocr, options, time),
            new ImageReader(pictures, options, time),
            new ZipReader(options),
            new MsgReader(options, calendar),
            .. DocumentParsers.InApp(options).Select(parser => Pictured(new ParserReader(parser, options, time))),
            .. DocumentParsers.InChild(options).Select(parser => Pictured(new ChildReader(parser, options, pool))),
        ];

        IDocumentReader Pictured(IDocumentReader reader) =>
            EmbeddedPictureReader.MayHavePictures(reader)
                ? new EmbeddedPictureReader(reader, pictures, options, time)
                : reader;
    }
}
