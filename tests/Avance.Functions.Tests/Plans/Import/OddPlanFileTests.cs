using System.Globalization;
using Avance.Functions.Plans.Import;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Plans.Import;

/// <summary>Plans as programs write them that are seldom met: dates from 1904, percent signs, the strict kind of Open XML.</summary>
public sealed class OddPlanFileTests
{
    /// <summary>Days between the two dates from which workbooks count.</summary>
    private const int Days1904 = 1_462;

    private const string Files = "tests/Avance.Functions.Tests/Documents/Misread/Files/";

    [Fact]
    public void Read_DatesFrom1904_AreThoseShown()
    {
        var period = PlanBuilder.Read(File("06-plan-date1904-true-four-years-early.xlsx")).Draft!.Periods[^1];

        PlanBuilder.Lima.DayOf(period.Opens).ShouldBe(new DateOnly(2026, 7, 1));
        // An end at 00:00 belongs to the day before.
        PlanBuilder.Lima.DayOf(period.Due.AddTicks(-1)).ShouldBe(new DateOnly(2027, 1, 15));
    }

    [Theory]
    [InlineData("07-plan-percent-literal-format-7000.xlsx")]
    [InlineData("25-plan-csv-70-percent-refused.zip")]
    public void Read_GoalShownAsPercent_IsTheNumberShown(string name) =>
        PlanBuilder.Read(File(name)).Draft!.Goals.Select(goal => goal.Target).ShouldContain(70);

    [Theory]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("on", true)]
    [InlineData(" 1 ", true)]
    [InlineData("0", false)]
    [InlineData("false", false)]
    [InlineData("off", false)]
    [InlineData("", false)]
    public void Read_AnySpellingOfDate1904_MovesTheDates(string value, bool moves)
    {
        var usual = new PlanFileBuilder();
        var file = TestOffice.Edit(
            usual.ToXlsx(),
            text => text.Replace("<sheets>", $"<workbookPr date1904=\"{value}\"/><sheets>"),
            "xl/workbook.xml"
        );

        var opens = PlanFile.Read(file).ShouldSucceed().Sheets[^1].Rows[1][1].Date!.Value;

        opens.ShouldBe(new DateTime(2023, 6, 1).AddDays(moves ? Days1904 : 0));
    }

    [Fact]
    public void Read_StrictWorkbook_GivesTheSamePlan()
    {
        var file = new PlanFileBuilder();

        PlanBuilder.Read(TestOffice.Strict(file.ToXlsx())).Draft.ShouldBe(file.Build());
    }

    [Theory]
    [InlineData("70%", "70")]
    [InlineData("70 %", "70")]
    [InlineData("70,5%", "70.5")]
    [InlineData("70.5 %", "70.5")]
    [InlineData("70\u00A0%", "70")]
    [InlineData("70\u202F%", "70")]
    [InlineData("100,00%", "100")]
    public void Read_PercentInCsv_IsItsNumber(string text, string number) =>
        PlanBuilder
            .Read(new PlanFileBuilder().Set("Metas", 2, 2, text).ToCsv(';'))
            .Draft!.Goals.Select(goal => goal.Target)
            .ShouldContain(decimal.Parse(number, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("%")]
    [InlineData("%70")]
    [InlineData("70%%")]
    [InlineData("70% %")]
    [InlineData("70 % de avance")]
    [InlineData("1,250%")]
    [InlineData("-5%")]
    [InlineData("0%")]
    [InlineData("7O%")]
    public void Read_WrongPercentInCsv_IsAProblemOfItsField(string text)
    {
        var problem = PlanBuilder
            .Read(new PlanFileBuilder().Set("Metas", 2, 2, text).ToCsv(';'))
            .Problems.ShouldHaveSingleItem();

        (problem.Sheet, problem.Row, problem.Code, problem.Value).ShouldBe(("metas", 2, "number", text));
        problem.Column.ShouldBe("Meta programada");
    }

    private static byte[] File(string name) => System.IO.File.ReadAllBytes(RepositoryRoot.File(Files + name));
}
