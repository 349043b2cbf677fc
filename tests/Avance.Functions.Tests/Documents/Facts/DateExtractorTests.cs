namespace Avance.Functions.Tests.Documents.Facts;

public sealed class DateExtractorTests
{
    [Theory]
    [InlineData("Lima, 15 de julio de 2023", "2023-07-15", "")]
    [InlineData("el 5 de setiembre del 2023.", "2023-09-05", "")]
    [InlineData("5 septiembre 2023", "2023-09-05", "")]
    [InlineData("1° de Mayo del año 2023", "2023-05-01", "")]
    [InlineData("15 DE\nJULIO DE 2023", "2023-07-15", "")]
    [InlineData("Wed, 27 Dec 2023 11:05:00 -0500", "2023-12-27", "")]
    [InlineData("27 dic. 2023", "2023-12-27", "")]
    [InlineData("1 set 2023", "2023-09-01", "")]
    [InlineData("CORREO del 01.09.2023.", "2023-09-01", "")]
    [InlineData("27/12/2023", "2023-12-27", "")]
    [InlineData("7-3-2023", "2023-03-07", "")]
    [InlineData("2023-12-27", "2023-12-27", "")]
    [InlineData("2023-12-27T10:00", "2023-12-27", "")]
    [InlineData("27/12/23", "2023-12-27", "year-of-two-digits")]
    [InlineData("12/27/2023", "2023-12-27", "month-first")]
    public void Extract_Date_IsFound(string text, string expected, string doubts)
    {
        var found = Read.Facts(Read.Lines(text)).Dates.ShouldHaveSingleItem();

        found.Date.ToString("yyyy-MM-dd").ShouldBe(expected);
        string.Join(',', found.Doubts).ShouldBe(doubts);
        text.ReplaceLineEndings(" ").ShouldContain(found.Raw);
    }

    [Theory]
    [InlineData("31/02/2023")]
    [InlineData("45 de julio de 2023")]
    [InlineData("15 de julio")]
    [InlineData("3 mariposas 2023")]
    [InlineData("INFORME N° 000012-10-2023")]
    [InlineData("1.2.2023.4")]
    [InlineData("teléfono 01-626-1600")]
    [InlineData("15/07/1850")]
    public void Extract_NoDate_FindsNothing(string text) => Read.Facts(Read.Lines(text)).Dates.ShouldBeEmpty();
}
