using System.Text;
using Avance.Functions.Documents.Reading.Pdf;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>Which pictures of a PDF may have text in them, by what pdfimages lists.</summary>
public sealed class PdfPicturesTests
{
    private const string Head = """
        page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio
        --------------------------------------------------------------------------------------------

        """;

    [Theory]
    [InlineData("   1     0 image    1654  1100  gray    1   8  image  no         3  0   231   231 49.4K 2.8%", true)]
    [InlineData("   1     0 image     700   400  gray    1   8  jpeg   no   [inline]     100   100 49.4K 2.8%", true)]
    // A logo, a signature, the line below a head, a background of few pixels.
    [InlineData("   1     0 image     600   200  rgb     3   8  jpeg   no         3  0   300   300 9.4K 2.8%", false)]
    [InlineData("   1     0 image     400   200  rgb     3   8  image  no   [inline]     200   200 9.4K 2.8%", false)]
    [InlineData("   1     0 image    2000    60  rgb     3   8  image  no         3  0   300   300 9.4K 2.8%", false)]
    [InlineData("   1     0 image     200   280  rgb     3   8  jpeg   no         3  0    24    24 9.4K 2.8%", false)]
    // What shapes another picture.
    [InlineData("   1     0 smask    1654  1100  gray    1   8  image  no         3  0   231   231 49.4K 2.8%", false)]
    public void MayHaveText_OnePicture_IsByItsSize(string line, bool expected) =>
        Pictures(line).MayHaveText(1).ShouldBe(expected);

    [Fact]
    public void MayHaveText_StripsOfOneScan_AreOnePicture()
    {
        var strips = Enumerable.Range(0, 11).Select(i => Line(1, i, 1654, 100, i + 3)).ToArray();

        Pictures(strips).MayHaveText(1).ShouldBeTrue();
        Pictures(strips[..1]).MayHaveText(1).ShouldBeFalse("a line of a letterhead");
    }

    [Fact]
    public void MayHaveText_SameObjectOnAllPages_IsTrueForTheFirst()
    {
        var pictures = Pictures(
            Line(1, 0, 1654, 400, 3),
            Line(2, 1, 1654, 400, 3),
            Line(3, 2, 1654, 400, 3),
            Line(3, 3, 1654, 900, 8)
        );

        Enumerable.Range(1, 4).Select(pictures.MayHaveText).ShouldBe([true, false, true, false]);
        Enumerable.Range(1, 4).Select(pictures.AreRepeated).ShouldBe([false, true, false, false]);
    }

    [Theory]
    [InlineData("<</Subtype/Image/Width 3>>", true)]
    [InlineData("<</Subtype /Image\n/Width 3>>", true)]
    [InlineData("<</ProcSet[/PDF/Text/ImageB/ImageC/ImageI]>>", false)]
    [InlineData("<</Type/Page>>", false)]
    public async Task MayHavePictures_Bytes_AreThoseOfAPicture(string content, bool expected)
    {
        var path = Path.GetTempFileName();
        // At the end of one part of the file and at the beginning of the next as well.
        foreach (var before in new[] { 0, (256 * 1024) - 12, (256 * 1024) - 16, 300_000 })
        {
            await File.WriteAllTextAsync(
                path,
                new string(' ', before) + content + new string('0', 64),
                Encoding.Latin1,
                TestContext.Current.CancellationToken
            );

            (await PdfFile.MayHavePicturesAsync(path, TestContext.Current.CancellationToken)).ShouldBe(expected);
        }

        File.Delete(path);
    }

    private static string Line(int page, int number, int width, int height, int id) =>
        $"{page, 4} {number, 5} image {width, 5} {height, 5}  gray    1   8  image  no   {id, 6}  0   200   200 9.4K 2.8%";

    private static PdfPictures Pictures(params string[] lines) => new(PdfImage.Parse(Head + string.Join('\n', lines)));
}
