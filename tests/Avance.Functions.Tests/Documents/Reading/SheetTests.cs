using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Tests.Documents.Reading.Builders;
using Avance.Samples;
using Avance.Samples.Evidence.Formats;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>Workbooks of Excel, which a child process reads.</summary>
public sealed class SheetTests
{
    [Fact]
    public async Task Xlsx_Cells_AreReadAsShownWithTheirPlaces()
    {
        var workbook = new XlsxWriter();
        workbook.AddSheet(
            "Lista",
            [20],
            [
                ["Nombre", "Sexo", "Fecha"],
                ["Ana", "F", new DateOnly(2023, 6, 19)],
                ["", "", 2.5m],
            ]
        );

        var text = await ReadingDriver.TextAsync(workbook.ToArray(), "a.xlsx");

        text.Rows()
            .ShouldBe([
                ["Nombre", "Sexo", "Fecha"],
                ["Ana", "F", "19/06/2023"],
                ["", "", "2.5"],
            ]);
        text.Tables[0].Where.ShouldBe(new ReadLocation([], Sheet: "Lista", Cell: "A1"));
        text.Tables[0].Rows[1].Where.Cell.ShouldBe("A2");
    }

    [Fact]
    public async Task Xls_Cells_AreRead()
    {
        var text = await ReadingDriver.TextAsync(XlsWriter.Of("Hoja", ["Mujeres", "Años"], [25.0, 3.5]), "a.xls");

        text.Rows()
            .ShouldBe([
                ["Mujeres", "Años"],
                ["25", "3.5"],
            ]);
        text.Tables[0].Where.Sheet.ShouldBe("Hoja");
    }

    [Fact]
    public async Task Xls_DatesFrom1904_AreThoseShown()
    {
        var file = RepositoryRoot.File("tests/Avance.Functions.Tests/Documents/Misread/Files/dates-from-1904.xls");

        var text = await ReadingDriver.TextAsync(
            await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken),
            "plan.xls"
        );

        text.Rows().ShouldContain(row => row.Contains("01/07/2026") && row.Contains("15/01/2027"));
    }

    [Theory]
    [InlineData("true", "02/07/2030")]
    [InlineData("1", "02/07/2030")]
    [InlineData("false", "01/07/2026")]
    public async Task Xlsx_Date1904_IsReadInAnySpelling(string value, string date)
    {
        var workbook = new TestXlsx
        {
            Properties = $"<workbookPr date1904=\"{value}\"/>",
            Sheets = [TestXlsx.Rows([TestXlsx.Text("Fecha"), TestXlsx.Number("46204", style: 2)])],
        };

        (await ReadingDriver.TextAsync(workbook.Build(), "a.xlsx"))
            .Rows()
            .ShouldBe([
                ["Fecha", date],
            ]);
    }

    [Fact]
    public async Task Xlsx_Strict_IsReadWithDatesAndSharedTexts()
    {
        var workbook = new TestXlsx
        {
            Format = "0\"%\"",
            Strings = ["Fecha 😀 á", "b &amp;amp; c"],
            Sheets =
            [
                TestXlsx.Rows(
                    [TestXlsx.Shared(0), TestXlsx.Shared(1)],
                    [TestXlsx.Date("2026-07-01"), TestXlsx.Date("2026-07-01T10:30:00.000")],
                    [TestXlsx.Number("70", style: 1), TestXlsx.Number("70")]
                ),
            ],
        };

        (await ReadingDriver.TextAsync(TestOffice.Strict(workbook.Build()), "a.xlsx"))
            .Rows()
            .ShouldBe([
                ["Fecha 😀 á", "b &amp; c"],
                ["01/07/2026", "01/07/2026 10:30:00"],
                ["70 %", "70"],
            ]);
    }

    [Fact]
    public async Task Xlsx_TenThousandColumns_AreTooMany()
    {
        var workbook = new XlsxWriter();
        workbook.AddSheet(
            "Ancha",
            [20],
            [
                [.. Enumerable.Range(0, 10_000).Select(i => (object)(decimal)i)],
            ]
        );

        (await ReadingDriver.TroubleAsync(workbook.ToArray(), "a.xlsx")).ShouldBe(ReadTrouble.TooManyCells);
    }

    [Fact]
    public async Task Xlsx_MoreRowsThanAllowed_AreTooMany()
    {
        var workbook = new XlsxWriter();
        workbook.AddSheet("Larga", [20], [.. Enumerable.Range(0, 20).Select(i => new object[] { (decimal)i })]);

        (await ReadingDriver.TroubleAsync(workbook.ToArray(), "a.xlsx", new ReadingOptions { Rows = 10 })).ShouldBe(
            ReadTrouble.TooManyCells
        );
    }

    [Fact]
    public async Task Xlsx_PartThatUnpacksToGigabytes_TakesTheChildNotTheApp()
    {
        var workbook = new XlsxWriter();
        workbook.AddSheet(
            "Hoja",
            [20],
            [
                ["a"],
            ]
        );
        var strings = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>";
        var bomb = TestWorkbook.Replace(workbook.ToArray(), "xl/sharedStrings.xml", strings, fill: 1200L * 1024 * 1024);

        (await ReadingDriver.TroubleAsync(bomb, "a.xlsx")).ShouldBeOneOf(
            ReadTrouble.TookTooMuchMemory,
            ReadTrouble.TooLarge,
            ReadTrouble.TookTooLong
        );
    }

    [Fact]
    public async Task Xlsx_DamagedSheet_IsMalformedWithTheExceptionForTheLog()
    {
        var workbook = new XlsxWriter();
        workbook.AddSheet(
            "Hoja",
            [20],
            [
                ["a"],
            ]
        );
        var broken = TestWorkbook.Replace(
            workbook.ToArray(),
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row",
            0
        );

        var reading = await ReadingDriver.ReadAsync(broken, "a.xlsx");

        reading.Trouble().ShouldBe(ReadTrouble.Malformed);
        ((ReadOutcome.Unreadable)reading.Outcome).Detail!.ShouldContain("Exception");
    }

    [Fact]
    public async Task Xlsx_ThatTakesTooLong_IsEnded()
    {
        var workbook = new XlsxWriter();
        var row = Enumerable.Range(0, 20).Select(i => (object)$"texto {i}").ToArray();
        workbook.AddSheet("Larga", [20], [.. Enumerable.Repeat(row, 60_000)]);

        (
            await ReadingDriver.TroubleAsync(workbook.ToArray(), "a.xlsx", new ReadingOptions { ChildSeconds = 1 })
        ).ShouldBe(ReadTrouble.TookTooLong);
    }

    [Fact]
    public async Task Xls_DamagedOrCutOff_IsSaid()
    {
        var xls = XlsWriter.Of("Hoja", ["a"]);
        xls.AsSpan(600, 200).Fill(0xAA);

        // What is left is a workbook without sheets, which no program writes.
        (await ReadingDriver.TroubleAsync(xls, "a.xls")).ShouldBe(ReadTrouble.Malformed);
        (await ReadingDriver.TroubleAsync(xls[..1_500], "a.xls")).ShouldBe(ReadTrouble.Malformed);
    }
}
