using System.Text;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>PDFs and pictures, which programs of the system read.</summary>
public sealed class PdfTests
{
    private static readonly string[] Page =
    [
        "INFORME N° D000123-2023-MIMP-OGRH",
        "Se capacitó a personas servidoras de la entidad en el mes de junio",
        "",
        "Mujeres        Hombres        Total",
        "25             20             45",
        "30             10             40",
        "",
        "Atentamente, la Oficina de Recursos Humanos del Ministerio",
    ];

    [Fact]
    public async Task Pdf_TextAndTable_HaveTheirPages()
    {
        var text = await ReadingDriver.TextAsync(TestPdf.OfText(["Primera"], Page), "a.pdf");

        text.Pages.ShouldBe(2);
        text.UsedOcr.ShouldBeFalse();
        text.Blocks[0].Text.ShouldBe("Primera");
        text.Blocks.ShouldContain(block => block.Text.StartsWith(Page[0]) && block.Where.Page == 2);
        text.Rows()
            .ShouldBe([
                ["Mujeres", "Hombres", "Total"],
                ["25", "20", "45"],
                ["30", "10", "40"],
            ]);
        text.Tables[0].Where.Page.ShouldBe(2);
    }

    [Fact]
    public async Task Pdf_Scanned_IsRecognised()
    {
        var text = await ReadingDriver.TextAsync(await ScanAsync(), "a.pdf");

        text.UsedOcr.ShouldBeTrue();
        text.Lines().ShouldContain(line => line.Contains("personas servidoras de la entidad"));
        text.Rows().ShouldContain(row => row.SequenceEqual(new[] { "25", "20", "45" }));
    }

    [Fact]
    public async Task Picture_InSpanish_IsReadWithItsLetters()
    {
        const string text = "El diseño de la campaña contra el acoso a niñas y niños";
        var (picture, _, _) = await TestPicture.OfAsync(TestPdf.OfText([text]), "-png");

        (await ReadingDriver.TextAsync(picture, "a.png")).Lines().ShouldContain(line => line.Contains(text));
    }

    [Fact]
    public async Task Pdf_ScannedOnItsSide_IsTurned()
    {
        var (jpeg, width, height) = await TestPicture.OfAsync(TestPdf.OfText(Page), "-jpeg");
        var turned = TestPdf.OfPictures((jpeg, width, height));
        // /Rotate turns the page as a scanner that was fed sideways does.
        var sideways = Encoding.Latin1.GetBytes(
            Encoding.Latin1.GetString(turned).Replace("/MediaBox[0 0 595 842]", "/Rotate 90/MediaBox[0 0 595 842]")
        );

        var text = await ReadingDriver.TextAsync(sideways, "a.pdf");

        text.Lines().ShouldContain(line => line.Contains("personas servidoras de la entidad"));
    }

    [Fact]
    public async Task Pdf_OfPicturesWithoutText_IsReadAllTheSame()
    {
        var picture = await TestPicture.OfAsync(TestPdf.OfText([""]), "-jpeg");

        var text = await ReadingDriver.TextAsync(TestPdf.OfPictures(picture), "a.pdf");

        text.Blocks.ShouldBeEmpty();
        (text.Pages, text.UsedOcr).ShouldBe((1, true));
    }

    [Fact]
    public async Task Picture_OnItsSide_IsTurned()
    {
        var upright = Encoding.Latin1.GetString(TestPdf.OfText(Page));
        var sideways = upright.Replace("/MediaBox[0 0 595 842]", "/Rotate 90/MediaBox[0 0 595 842]");
        var (picture, _, _) = await TestPicture.OfAsync(Encoding.Latin1.GetBytes(sideways), "-png");

        var text = await ReadingDriver.TextAsync(picture, "a.png");

        text.Lines().ShouldContain(line => line.Contains("personas servidoras de la entidad"));
    }

    [Fact]
    public async Task Pdf_MorePagesToRecogniseThanInOneRun_GoesOnInTheNext()
    {
        var picture = await TestPicture.OfAsync(TestPdf.OfText(["Primera página con texto"]), "-jpeg");
        var scan = TestPdf.OfPictures(picture, picture);
        var options = new ReadingOptions { OcrPages = 1 };

        var first = await ReadingDriver.ReadAsync(scan, "a.pdf", options);
        var second = await ReadingDriver.ReadAsync(scan, "a.pdf", options, first.Read().NextPage!.Value);

        first.Read().NextPage.ShouldBe(2);
        first.Text().Blocks.ShouldAllBe(block => block.Where.Page == 1);
        second.Read().NextPage.ShouldBeNull();
        second.Text().Blocks.ShouldNotBeEmpty();
        second.Text().Blocks.ShouldAllBe(block => block.Where.Page == 2);
    }

    [Fact]
    public async Task Pdf_InAZipWithMorePagesToRecogniseThanInOneRun_SaysHowManyAreUnread()
    {
        var picture = await TestPicture.OfAsync(TestPdf.OfText(["Primera página con texto"]), "-jpeg");
        var zip = TestZip.Of(("a.pdf", TestPdf.OfPictures(picture, picture, picture)));
        var options = new ReadingOptions { OcrPages = 1 };

        var read = (await ReadingDriver.ReadAsync(zip, "a.zip", options)).Read();

        read.NextPage.ShouldBeNull();
        var scan = read.Contained.ShouldHaveSingleItem().Read();
        (scan.NextPage, scan.Text.Unread).ShouldBe((null, 2));
        scan.Text.Blocks.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Pdf_InAZipAfterTheLastPageToRecognise_TookTooLong()
    {
        var picture = await TestPicture.OfAsync(TestPdf.OfText(["Primera página con texto"]), "-jpeg");
        var scan = TestPdf.OfPictures(picture);
        var options = new ReadingOptions { OcrPages = 1 };

        var read = (
            await ReadingDriver.ReadAsync(TestZip.Of(("a.pdf", scan), ("b.pdf", scan)), "a.zip", options)
        ).Read();

        read.Contained[1].Trouble().ShouldBe(ReadTrouble.TookTooLong);
    }

    [Fact]
    public async Task Pdf_PageThatCannotBeRecognised_IsCounted()
    {
        var scan = await TestPicture.OfAsync(TestPdf.OfText(Page), "-jpeg");
        var pasted = TestPdf.Of([TestPdf.Text(Page) + TestPdf.Picture(0, 40, 40, 300, 424)], scan);

        // No time is left for it, as for a page that would take minutes.
        var text = await ReadingDriver.TextAsync(pasted, "a.pdf", new ReadingOptions { OcrPageSeconds = 0 });

        text.Unread.ShouldBe(1);
        text.Lines().ShouldContain(line => line.Contains("personas servidoras de la entidad"));
    }

    [Fact]
    public async Task Pdf_WithAPassword_IsEncrypted() =>
        (await ReadingDriver.TroubleAsync(TestPdf.Encrypted(), "a.pdf")).ShouldBe(ReadTrouble.Encrypted);

    [Fact]
    public async Task Pdf_TooManyPages_IsSaid() =>
        (await ReadingDriver.TroubleAsync(TestPdf.OfText([.. Enumerable.Repeat(Page, 2_001)]), "a.pdf")).ShouldBe(
            ReadTrouble.TooManyPages
        );

    [Fact]
    public async Task Pdf_ThatNeverEnds_TookTooLong()
    {
        var options = new ReadingOptions { ChildSeconds = 2 };

        (await ReadingDriver.TroubleAsync(TestPdf.Endless(), "a.pdf", options)).ShouldBe(ReadTrouble.TookTooLong);
    }

    [Fact]
    public async Task Pdf_Damaged_IsMalformed() =>
        (await ReadingDriver.TroubleAsync("%PDF-1.4\nbasura"u8.ToArray(), "a.pdf")).ShouldBe(ReadTrouble.Malformed);

    [Fact]
    public async Task Pdf_BlankPage_IsEmpty() =>
        (await ReadingDriver.TroubleAsync(TestPdf.OfText([""]), "a.pdf")).ShouldBe(ReadTrouble.Empty);

    [Theory]
    [InlineData("-jpeg", "a.jpg", EvidenceFormat.Jpg)]
    [InlineData("-png", "a.png", EvidenceFormat.Png)]
    [InlineData("-tiff", "a.tiff", EvidenceFormat.Tiff)]
    public async Task Picture_OfText_IsRecognised(string kind, string name, EvidenceFormat format)
    {
        var (picture, _, _) = await TestPicture.OfAsync(TestPdf.OfText(Page), kind);

        var reading = await ReadingDriver.ReadAsync(picture, name);

        (reading.Format, reading.NameMatches).ShouldBe((format, true));
        (reading.Text().Pages, reading.Text().UsedOcr).ShouldBe((1, true));
        reading.Text().Lines().ShouldContain(line => line.Contains("personas servidoras de la entidad"));
    }

    [Fact]
    public async Task Picture_WithAGarbageHeader_IsMalformed()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Repeat((byte)0x7F, 64)];

        (await ReadingDriver.TroubleAsync(png, "a.png")).ShouldBe(ReadTrouble.Malformed);
    }

    [Fact]
    public async Task Picture_OfFourHundredMegapixels_IsNotUnpacked() =>
        (await ReadingDriver.TroubleAsync(TestPicture.PngHeader(20_000, 20_000), "a.png")).ShouldBe(
            ReadTrouble.TooManyPixels
        );

    [Fact]
    public async Task Picture_CutOff_IsMalformed()
    {
        var (picture, _, _) = await TestPicture.OfAsync(TestPdf.OfText(Page), "-png");

        (await ReadingDriver.TroubleAsync(picture[..200], "a.png")).ShouldBe(ReadTrouble.Malformed);
    }

    [Fact]
    public async Task Tiff_ThatGoesRoundInACircle_IsMalformed()
    {
        byte[] tiff = [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0];

        (await ReadingDriver.TroubleAsync(tiff, "a.tif")).ShouldBe(ReadTrouble.Malformed);
    }

    private static async Task<byte[]> ScanAsync() =>
        TestPdf.OfPictures(await TestPicture.OfAsync(TestPdf.OfText(Page), "-jpeg"));
}
