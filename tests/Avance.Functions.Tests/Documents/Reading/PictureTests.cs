using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Documents.Reading.Images;
using Avance.Functions.Documents.Reading.Ocr;
using Avance.Functions.Tests.Documents.Misread;
using Avance.Functions.Tests.Documents.Reading.Builders;
using Avance.Samples.Evidence.Drawing;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>Photographs of telephones, and pictures beside the text of a PDF.</summary>
public sealed class PictureTests
{
    private const string Said = "personas servidoras de la entidad";

    private static readonly string[] Lines = ["Se capacitó a personas servidoras de la entidad", "en el mes de junio"];

    private static readonly string[] Report =
    [
        "Se informa que el taller se realizó en la sede central de la entidad,",
        "a cargo de la oficina de recursos humanos y durante tres horas.",
        "El registro que sigue fue firmado por quienes asistieron a las sesiones.",
        "Se recomienda programar una segunda fecha para las demás oficinas,",
        "y remitir el material a las personas que lo soliciten por correo.",
        "Es todo cuanto informo para su conocimiento y fines pertinentes.",
    ];

    private static readonly ReadingOptions OnePage = new() { OcrPages = 1 };

    [Fact]
    public async Task Photograph_TurnedByItsExif_IsReadAsTheUprightOne()
    {
        var turned = await ReadCaseOf("12-phone-photo-exif-orientation.jpg");
        var upright = await ReadCaseOf("14-clean-scan-false-sex-unclear.png");

        turned.ShouldNotBeEmpty();
        turned.ShouldBe(upright);
    }

    [Fact]
    public async Task Photograph_TurnedByItsExifInAMail_IsRead()
    {
        var mail = TestMail.Eml("Adjunto la lista", ("foto.jpg", TestScan.Oriented(TestScan.Draw(500, Lines), 6)));

        var read = (await ReadingDriver.ReadAsync(mail, "a.eml")).Read();

        read.Contained.ShouldHaveSingleItem().Text().Lines().ShouldContain(line => line.Contains(Said));
    }

    [Fact]
    public async Task Tiff_SecondPageOnItsSide_IsTurned()
    {
        var page = TestScan.Draw(700, [.. Report, .. Lines]);

        var text = await ReadingDriver.TextAsync(PictureFiles.Tiff(page, TestScan.OnItsSide(page)), "a.tif");

        text.Blocks.Where(block => block.Text.Contains(Said)).Select(block => block.Where.Page).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Jpeg_Of400Megapixels_IsTooLarge()
    {
        var jpeg = TestScan.Oriented(new Bitmap(400, 200), 1);
        var frame = jpeg.AsSpan().IndexOf((byte[])[0xFF, 0xC0]);
        // Its height and width, two bytes each.
        ((byte[])[0x4E, 0x20, 0x4E, 0x20]).CopyTo(jpeg, frame + 5);

        (await ReadingDriver.TroubleAsync(jpeg, "a.jpg")).ShouldBe(ReadTrouble.TooManyPixels);
    }

    [Fact]
    public void Header_ExifOfAJpegAndAPng_IsSeen()
    {
        byte[] png = PictureFiles.Png(new Bitmap(40, 20));
        byte[] exif = [0, 0, 0, 2, .. "eXIfMM"u8, 0, 0, 0, 0];

        Header(TestScan.Oriented(new Bitmap(40, 20), 6), EvidenceFormat.Jpg).ShouldBe(new PictureSize(20, 40, true));
        Header(TestScan.Jpeg(new Bitmap(40, 20)).Jpeg, EvidenceFormat.Jpg).ShouldBe(new PictureSize(40, 20));
        Header([.. png[..33], .. exif, .. png[33..]], EvidenceFormat.Png).ShouldBe(new PictureSize(40, 20, true));
        Header(png, EvidenceFormat.Png).ShouldBe(new PictureSize(40, 20));
    }

    [Fact]
    public void Grey_WithAComment_IsReadPaintedAndTurned()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [.. "P5\n#libvips\n3 2\n255\n"u8, 1, 2, 3, 4, 5, 6]);
        var picture = GreyPicture.Read(path);

        picture.Blank(-5, 1, 2, 9);
        picture.Write(path);
        var turned = GreyPicture.Turn(path, 90);

        picture.Ink().ShouldBe(4);
        picture.InkOfLetters(2, 2).ShouldBe(1, "three in a row are a rule");
        File.ReadAllBytes(path)[^6..].ShouldBe([1, 2, 3, 255, 255, 6]);
        File.ReadAllBytes(turned)[^6..].ShouldBe([255, 1, 255, 2, 6, 3]);
        Array.ForEach([path, turned], File.Delete);
    }

    [Fact]
    public async Task Pdf_LogoTextAndLine_NeedNoOcr()
    {
        var logo = TestScan.Jpeg(TestScan.Draw(300, "Ministerio"));
        var page = TestPdf.Text(["Anexo 1"]) + TestPdf.Picture(0, 40, 800, 60, 11) + "40 770 m 200 770 l S ";

        var text = await ReadingDriver.TextAsync(TestPdf.Of([page], logo), "a.pdf");

        (text.UsedOcr, text.Unread).ShouldBe((false, 0));
        text.Lines().ShouldBe(["Anexo 1"]);
    }

    [Fact]
    public async Task Pdf_LetterheadOnManyPages_IsRecognisedOnce()
    {
        var head = TestScan.Jpeg(TestScan.Draw(280, Lines));
        var page = TestPdf.Picture(0, 40, 720, 515, 87) + TestPdf.Text(Report, 640);

        var read = (await ReadingDriver.ReadAsync(TestPdf.Of([page, page, page], head), "a.pdf", OnePage)).Read();

        read.NextPage.ShouldBeNull();
        read.Text.Blocks.Where(block => block.Text.Contains(Said)).ShouldHaveSingleItem().Where.Page.ShouldBe(1);
    }

    [Fact]
    public async Task Pdf_ScansPastedOnMorePagesThanInOneRun_GoOnInTheNext()
    {
        var scans = new[] { 500, 501 }.Select(height => TestScan.Jpeg(TestScan.Draw(height, Lines))).ToArray();
        var pages = scans.Select((_, i) => TestPdf.Text(Report) + TestPdf.Picture(i, 40, 300, 515, 155)).ToArray();
        var file = TestPdf.Of(pages, scans);

        var first = await ReadingDriver.ReadAsync(file, "a.pdf", OnePage);
        var second = await ReadingDriver.ReadAsync(file, "a.pdf", OnePage, first.Read().NextPage!.Value);

        (first.Read().NextPage, second.Read().NextPage).ShouldBe((2, null));
        foreach (var (text, page) in new[] { (first.Text(), 1), (second.Text(), 2) })
        {
            text.Blocks.ShouldAllBe(block => block.Where.Page == page);
            text.Blocks.Count(block => block.Text.Contains(Said)).ShouldBe(1);
            text.Blocks[0].Text.ShouldStartWith(Report[0]);
        }
    }

    [Fact]
    public async Task Pdf_TwoScansOnOnePage_AreBothRead()
    {
        var scans = new[] { "Primera lista de personas", "Segunda lista de personas" }
            .Select(line => TestScan.Jpeg(TestScan.Draw(400, [line, .. Lines])))
            .ToArray();
        var page = TestPdf.Text(Report) + TestPdf.Picture(0, 40, 450, 515, 124) + TestPdf.Picture(1, 40, 200, 515, 124);

        var lines = string.Join('\n', (await ReadingDriver.TextAsync(TestPdf.Of([page], scans), "a.pdf")).Lines());

        lines.ShouldContain("Primera lista de personas");
        lines.ShouldContain("Segunda lista de personas");
    }

    private static async Task<ValueList<string>> ReadCaseOf(string name)
    {
        var one = new ReadCase(name);
        var reading = await ReadingDriver.ReadAsync(one.Bytes(), name);
        return one.Found(ExtractedDocument.Of(reading, "Personas capacitadas")).Attendance;
    }

    private static PictureSize Header(byte[] content, EvidenceFormat format) =>
        ImageHeader.Read(new MemoryStream(content), format).ShouldHaveSingleItem();
}
