using Avance.Functions.Documents;

namespace Avance.Functions.Tests.Documents;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Informe N° 12 – capacitación.pdf", "Informe N° 12 – capacitación.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\ana\\lista.xlsx", "lista.xlsx")]
    [InlineData("lista\u202Efdp.exe", "listafdp.exe")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("<script>\"x\"|?*.pdf", "scriptx.pdf")]
    [InlineData("  ..  ", "archivo")]
    [InlineData("", "archivo")]
    [InlineData(null, "archivo")]
    [InlineData("niño 😀.png", "niño 😀.png")]
    public void Clean_AnyName_IsSafeToShow(string? name, string expected) => FileName.Clean(name).ShouldBe(expected);

    [Fact]
    public void Clean_LongName_KeepsItsEnding()
    {
        var clean = FileName.Clean(new string('é', 400) + ".docx");

        clean.Length.ShouldBe(FileName.MaxLength);
        clean.ShouldEndWith("é.docx");
    }

    [Fact]
    public void CleanPath_MoreFoldersThanARowTakes_KeepsTheInnermost()
    {
        var path = string.Concat(Enumerable.Repeat("carpeta/", 8_000)) + "informe.txt";

        var clean = FileName.CleanPath(path);

        clean.Length.ShouldBeLessThanOrEqualTo(FileName.MaxPathLength);
        clean.ShouldStartWith("…/carpeta/");
        clean.ShouldEndWith("/carpeta/informe.txt");
        FileName.CleanPath(clean).ShouldBe(clean);
    }

    [Fact]
    public void Clean_CutInTheMiddleOfACharacter_LeavesItOut()
    {
        var clean = FileName.Clean(string.Concat(Enumerable.Repeat("😀", 200)) + "x.pdf");

        clean.EnumerateRunes().ShouldNotContain(rune => rune.Value == 0xFFFD);
        clean.ShouldEndWith(".pdf");
    }
}
