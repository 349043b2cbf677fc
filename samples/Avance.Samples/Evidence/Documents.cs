using System.Text;
using Avance.Samples.Evidence.Drawing;
using Avance.Samples.Evidence.Expected;
using Avance.Samples.Evidence.Formats;

namespace Avance.Samples.Evidence;

/// <summary>Makes a file of a paper, in each format that holds one document.</summary>
internal static class Documents
{
    /// <summary>Height of a window on a screen, in pixels.</summary>
    private const int Screen = 1_100;

    public static SampleFile Pdf(string name, Paper paper)
    {
        var layout = new PageLayout(paper);
        return File(name, "pdf", PdfWriter.Write(layout.Pages), paper, Places.OnPages(layout), layout.Pages.Count);
    }

    public static SampleFile Scan(string name, Paper paper)
    {
        var layout = new PageLayout(paper);
        var pages = layout.Pages.Select(page => Scanner.Draw(page)).ToArray();
        return File(name, "pdf", PdfWriter.Scan(pages), paper, Places.OnPages(layout), pages.Length, ocr: true);
    }

    public static SampleFile Tiff(string name, Paper paper)
    {
        var layout = new PageLayout(paper);
        var pages = layout.Pages.Select(page => Scanner.Draw(page)).ToArray();
        return File(name, "tiff", PictureFiles.Tiff(pages), paper, Places.OnPages(layout), pages.Length, ocr: true);
    }

    /// <summary>A photograph of the first page.</summary>
    public static SampleFile Photo(string name, Paper paper)
    {
        var page = Scanner.Draw(new PageLayout(paper).Pages[0], Screen);
        var photo = PictureFiles.Jpeg(Photograph.Take(page), page.Width, page.Height);
        return File(name, "jpg", photo, paper, Places.OnPage(paper, 1), 1, ocr: true);
    }

    /// <summary>What a screen shows of the first page.</summary>
    public static SampleFile Screenshot(string name, Paper paper)
    {
        var picture = PictureFiles.Png(Scanner.Draw(new PageLayout(paper).Pages[0], Screen));
        return File(name, "png", picture, paper, Places.OnPage(paper, 1), 1, ocr: true);
    }

    public static SampleFile Docx(string name, Paper paper) =>
        File(name, "docx", WordWriter.Write(paper), paper, Places.InParagraphs(paper));

    /// <summary>A document that may run macros; it holds none.</summary>
    public static SampleFile Docm(string name, Paper paper) =>
        File(name, "docx", WordWriter.Write(paper, macros: true), paper, Places.InParagraphs(paper));

    /// <summary>With what a screen shows of another paper, pasted at its end.</summary>
    public static SampleFile DocxWithPicture(string name, Paper paper, Paper pasted)
    {
        var picture = Scanner.Draw(new PageLayout(pasted).Pages[0], Screen);
        var facts = Places
            .Facts(paper, Places.InParagraphs(paper))
            .Concat(Places.Facts(pasted, Places.InPicture(pasted, 1)));
        return new SampleFile(
            name,
            WordWriter.Write(paper, picture),
            [
                new DocumentNotes(name, [], "docx", true, null, null, true, paper.Kind, [.. facts])
                {
                    Number = paper.Number,
                },
            ]
        );
    }

    public static SampleFile Odt(string name, Paper paper) =>
        File(name, "odt", OpenDocumentWriter.Text(paper), paper, Places.InParagraphs(paper));

    public static SampleFile Html(string name, Paper paper) =>
        File(name, "html", Encoding.UTF8.GetBytes(TextWriters.Html(paper)), paper, Places.InParagraphs(paper));

    /// <param name="encoding">With its mark in front; null for UTF-8 without one.</param>
    public static SampleFile Txt(string name, Paper paper, Encoding? encoding = null)
    {
        var content = TextWriters.Marked(TextWriters.Plain(paper), encoding ?? new UTF8Encoding(false));
        return File(name, "txt", content, paper, Places.InPlainText(paper));
    }

    /// <param name="slides">The first one says what kind of document it is.</param>
    public static SampleFile Pptx(string name, params Paper[] slides) =>
        new(
            name,
            SlideWriter.Write(slides),
            [
                new DocumentNotes(
                    name,
                    [],
                    "pptx",
                    true,
                    null,
                    slides.Length,
                    false,
                    slides[0].Kind,
                    [.. slides.SelectMany((slide, index) => Places.Facts(slide, Places.OnPage(slide, index + 1)))]
                )
                {
                    Number = slides[0].Number,
                },
            ]
        );

    public static SampleFile Xlsx(string name, Paper paper)
    {
        var workbook = new XlsxWriter();
        workbook.AddSheet(
            paper.Sheet,
            [8, 44, 14, 24],
            [.. Places.SheetRows(paper).Select(row => row.Select(cell => Value<decimal>(cell)).ToArray())]
        );
        return File(name, "xlsx", workbook.ToArray(), paper, Places.InCells(paper, paper.Sheet));
    }

    public static SampleFile Xls(string name, Paper paper)
    {
        var rows = Places.SheetRows(paper).Select(row => row.Select(cell => Value<double>(cell)).ToArray());
        return File(name, "xls", XlsWriter.Of(paper.Sheet, [.. rows]), paper, Places.InCells(paper, paper.Sheet));
    }

    public static SampleFile Ods(string name, Paper paper)
    {
        var content = OpenDocumentWriter.Sheet(paper.Sheet, Places.SheetRows(paper));
        return File(name, "ods", content, paper, Places.InCells(paper, paper.Sheet));
    }

    public static SampleFile Csv(string name, Paper paper, Encoding? encoding = null)
    {
        var content = TextWriters.Marked(TextWriters.Csv(Places.SheetRows(paper)), encoding ?? new UTF8Encoding(true));
        return File(name, "csv", content, paper, Places.InCells(paper, sheet: null));
    }

    private static SampleFile File(
        string name,
        string format,
        byte[] content,
        Paper paper,
        IEnumerable<string> places,
        int? pages = null,
        bool ocr = false
    ) =>
        new(
            name,
            content,
            [
                new DocumentNotes(name, [], format, true, null, pages, ocr, paper.Kind, Places.Facts(paper, places))
                {
                    Number = paper.Number,
                },
            ]
        );

    /// <summary>A cell of a workbook holds a number as one.</summary>
    private static object Value<T>(string cell)
        where T : IParsable<T> =>
        cell.Length > 0 && cell.All(char.IsAsciiDigit)
            ? T.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)
            : cell;
}
