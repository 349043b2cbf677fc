using Avance.Functions.Reports.EvidenceArchives;

namespace Avance.Functions.Tests.Reports.EvidenceArchives;

public sealed class ArchiveNamesTests
{
    private static readonly ActivityNumber Activity = new(34);

    [Theory]
    [InlineData("Informe.pdf", "Actividad 034/Informe.pdf")]
    [InlineData("../../etc/passwd", "Actividad 034/passwd")]
    [InlineData("..", "Actividad 034/archivo")]
    [InlineData("C:\\Users\\ana\\lista.xlsx", "Actividad 034/lista.xlsx")]
    [InlineData("=cmd|'/c calc'!A1.csv", "Actividad 034/c calc'!A1.csv")]
    [InlineData("nul.txt", "Actividad 034/_nul.txt")]
    [InlineData("COM1", "Actividad 034/_COM1")]
    [InlineData("a\u0000b\u202egpj.exe", "Actividad 034/abgpj.exe")]
    [InlineData("", "Actividad 034/archivo")]
    public void Add_Name_StaysInItsFolderAndCanBeUnpacked(string name, string expected) =>
        new ArchiveNames().Add(Activity, name).ShouldBe(expected);

    [Fact]
    public void Add_SameNameAgain_GetsANumber()
    {
        var names = new ArchiveNames();

        names.Add(Activity, "Informe.pdf").ShouldBe("Actividad 034/Informe.pdf");
        names.Add(Activity, "INFORME.PDF").ShouldBe("Actividad 034/INFORME (2).PDF");
        names.Add(Activity, "Informe (2).pdf").ShouldBe("Actividad 034/Informe (2) (2).pdf");
        names.Add(Activity, "Informe.pdf").ShouldBe("Actividad 034/Informe (3).pdf");
        names.Add(new ActivityNumber(35), "Informe.pdf").ShouldBe("Actividad 035/Informe.pdf");
    }
}
