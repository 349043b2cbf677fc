using System.Text;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Tests.Documents.Reading.Builders;
using Avance.Samples;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>Pictures in documents of Word, PowerPoint, Excel and OpenDocument: scans that were pasted, photographs, logos.</summary>
public sealed class EmbeddedPictureTests
{
    private const string Said = "personas servidoras de la entidad";

    private static readonly string[] List =
    [
        "Se capacitó a personas servidoras de la entidad en el mes de junio",
        "",
        "Mujeres        Hombres        Total",
        "25             20             45",
        "30             10             40",
    ];

    public static TheoryData<string, string> Places =>
        new()
        {
            { "a.docx", "word/media/image1.png" },
            { "a.pptx", "ppt/media/image1.png" },
            { "a.xlsx", "xl/media/image1.png" },
            { "a.odt", "Pictures/100002010000.png" },
            { "a.ods", "Pictures/100002010000.png" },
        };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Document_ScanInIt_IsRecognisedAfterItsText(string name, string part)
    {
        var text = await ReadingDriver.TextAsync(TestOffice.With(Document(name), (part, await PictureAsync())), name);

        text.UsedOcr.ShouldBeTrue();
        var said = text.Blocks.Where(block => block.Text.Contains(Said)).ShouldHaveSingleItem();
        said.Where.Picture.ShouldBe(1);
        (text.Blocks.Count > 1 || text.Tables.Count > 1).ShouldBeTrue("its own text stays");
        text.Rows().ShouldContain(row => row.SequenceEqual(new[] { "25", "20", "45" }));
    }

    [Fact]
    public async Task Docx_OfAScanAlone_HasItsPages()
    {
        var document = TestOffice.With(TestOffice.Docx(""), ("word/media/image1.png", await PictureAsync()));

        var text = await ReadingDriver.TextAsync(document, "a.docx");

        text.UsedOcr.ShouldBeTrue();
        text.Blocks.ShouldContain(block => block.Text.Contains(Said) && block.Where.Page == 1);
    }

    [Fact]
    public async Task Docx_OfAPhotographAlone_IsReadAllTheSame()
    {
        var (photograph, _, _) = await TestPicture.OfAsync(TestPdf.OfText([""]), "-jpeg");
        var document = TestOffice.With(TestOffice.Docx(""), ("word/media/image1.jpeg", photograph));

        var text = await ReadingDriver.TextAsync(document, "a.docx");

        text.Blocks.ShouldBeEmpty();
        text.UsedOcr.ShouldBeTrue();
    }

    [Fact]
    public async Task Docx_LogoAndDamagedPicture_AreLeftOut()
    {
        var document = TestOffice.With(
            TestOffice.Docx(TestOffice.Paragraph("Se capacitó a 45 personas")),
            ("word/media/image1.png", TestPicture.PngHeader(300, 120)),
            ("word/media/image2.png", "basura"u8.ToArray()),
            ("word/media/image3.emf", "basura"u8.ToArray())
        );

        var text = await ReadingDriver.TextAsync(document, "a.docx");

        text.Lines().ShouldBe(["Se capacitó a 45 personas"]);
        (text.UsedOcr, text.Unread).ShouldBe((false, 0));
    }

    [Fact]
    public async Task Docx_PictureThatCannotBeUnpackedAfterAnother_IsNotThatOneOnceMore()
    {
        const string Damaged = "word/media/image2.png";
        var picture = await PictureAsync();
        var document = TestOffice.With(TestOffice.Docx(""), ("word/media/image1.png", picture), (Damaged, picture));
        // The header of its content stands 30 bytes before its name.
        document[document.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Damaged)) - 30] = 0;

        var text = await ReadingDriver.TextAsync(document, "a.docx");

        text.Blocks.Count(block => block.Text.Contains(Said)).ShouldBe(1);
    }

    [Fact]
    public async Task Docx_PictureOfFourHundredMegapixels_IsCountedAndNotUnpacked()
    {
        var document = TestOffice.With(
            TestOffice.Docx(TestOffice.Paragraph("Se capacitó a 45 personas")),
            ("word/media/image1.png", TestPicture.PngHeader(20_000, 20_000))
        );

        var text = await ReadingDriver.TextAsync(document, "a.docx");

        text.Lines().ShouldBe(["Se capacitó a 45 personas"]);
        text.Unread.ShouldBe(1);
    }

    [Fact]
    public async Task Docx_MorePicturesThanInOneRun_GoesOnInTheNext()
    {
        var (photograph, _, _) = await TestPicture.OfAsync(TestPdf.OfText([""]), "-jpeg");
        var document = TestOffice.With(
            TestOffice.Docx(TestOffice.Paragraph("Se capacitó a 45 personas")),
            ("word/media/image10.png", await PictureAsync()),
            ("word/media/image9.jpeg", photograph)
        );
        var options = new ReadingOptions { OcrPages = 1 };

        var first = await ReadingDriver.ReadAsync(document, "a.docx", options);
        var second = await ReadingDriver.ReadAsync(document, "a.docx", options, first.Read().NextPage!.Value);

        first.Read().NextPage.ShouldBe(2);
        first.Text().Lines().ShouldBe(["Se capacitó a 45 personas"]);
        second.Read().NextPage.ShouldBeNull();
        second.Text().Blocks.ShouldNotBeEmpty();
        second.Text().Blocks.ShouldAllBe(block => block.Where.Picture == 2);
    }

    [Fact]
    public async Task Docx_MorePicturesThanMayBeUnpacked_KeepsItsText()
    {
        var document = TestOffice.With(
            TestOffice.Docx(TestOffice.Paragraph("Se capacitó a 45 personas")),
            ("word/media/image1.png", new byte[2 * ReadingOptions.Megabyte])
        );

        var text = await ReadingDriver.TextAsync(document, "a.docx", new ReadingOptions { UnpackedMegabytes = 1 });

        text.Lines().ShouldBe(["Se capacitó a 45 personas"]);
        text.Unread.ShouldBe(1);
    }

    [Fact]
    public async Task Docx_PictureTooLargeBeforeOthers_IsCountedInOneRun()
    {
        var document = TestOffice.With(
            TestOffice.Docx(TestOffice.Paragraph("Se capacitó a 45 personas")),
            ("word/media/image1.png", new byte[2 * ReadingOptions.Megabyte]),
            ("word/media/image2.png", await PictureAsync()),
            ("word/media/image3.png", await PictureAsync())
        );
        var options = new ReadingOptions { FileMegabytes = 1, OcrPages = 1 };

        var first = await ReadingDriver.ReadAsync(document, "a.docx", options);
        var second = await ReadingDriver.ReadAsync(document, "a.docx", options, first.Read().NextPage!.Value);

        (first.Text().Unread, second.Text().Unread).ShouldBe((1, 0));
        second.Text().Blocks.ShouldAllBe(block => block.Where.Picture == 3);
        second.Read().NextPage.ShouldBeNull();
    }

    private static async Task<byte[]> PictureAsync() =>
        (await TestPicture.OfAsync(TestPdf.OfText(List), "-png")).Picture;

    private static byte[] Document(string name) =>
        Path.GetExtension(name) switch
        {
            ".docx" => TestOffice.Docx(TestOffice.Paragraph("Se capacitó a 45 personas")),
            ".pptx" => TestOffice.Pptx("<a:p><a:r><a:t>Uno</a:t></a:r></a:p>"),
            ".odt" => TestOffice.Odt("<text:p>Uno</text:p>"),
            ".ods" => TestOffice.Ods(
                "<table:table table:name=\"H\"><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>"
            ),
            _ => Workbook(),
        };

    private static byte[] Workbook()
    {
        var workbook = new XlsxWriter();
        workbook.AddSheet(
            "Hoja",
            [20],
            [
                ["Uno", "Dos"],
            ]
        );
        return workbook.ToArray();
    }
}
