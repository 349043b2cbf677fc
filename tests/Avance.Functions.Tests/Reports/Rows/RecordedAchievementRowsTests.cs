using Avance.Functions.Achievements;
using Avance.Functions.Plans;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Tests.Reports.Rows;

/// <summary>Achievements as they go into the reports of a plan.</summary>
public sealed class RecordedAchievementRowsTests
{
    private static readonly Plan Plan = new TestPlan().Activity(22).Build();

    private static readonly Achievement Recorded = new(
        Guid.NewGuid(),
        "Directivas y normas",
        "Directiva de ana@entidad.example",
        "DNI 45678912",
        new DateOnly(2023, 5, 15),
        "RM N° 123-2023-MIMP",
        "https://www.gob.pe/mimp",
        [new("Talleres", 1_250.5m, "taller"), new("Carta a ana@entidad.example", 1, "carta")],
        70,
        50,
        120,
        new ActivityNumber(22),
        new UnitCode("OGRH"),
        AchievementAction.Recorded,
        "",
        1,
        "link:x",
        TestPlan.WhileOpen
    );

    [Fact]
    public void Compile_Achievement_IsARowWithItsKeysAndNobodysData() =>
        RowsOf(TestPlan.Second, Recorded)
            .ShouldBe([
                new ReportAchievementRow(
                    Recorded.Id.ToString(),
                    "Directivas y normas",
                    3,
                    "Directiva de [correo]",
                    "DNI [DNI]",
                    "2023-05-15",
                    "RM N° 123-2023-MIMP",
                    "https://www.gob.pe/mimp",
                    "OGRH",
                    "plan-de-prueba|OGRH",
                    22,
                    "plan-de-prueba|022",
                    "MIMP",
                    70,
                    50,
                    120,
                    1,
                    1,
                    2,
                    "Talleres: 1,250.5 taller\nCarta a [correo]: 1 carta"
                ),
            ]);

    [Theory]
    [InlineData("2023-01-01", true, true)]
    [InlineData("2023-06-30", true, true)]
    [InlineData("2023-07-01", false, true)]
    [InlineData("2023-12-31", false, true)]
    [InlineData("2022-12-31", false, false)]
    [InlineData("2024-01-01", false, false)]
    public void Compile_Day_CountsFromTheStartOfTheYearToThePeriodsEnd(string day, bool inFirst, bool inSecond)
    {
        var one = Recorded with { Date = DateOnly.Parse(day, null) };

        RowsOf(TestPlan.First, one).Count.ShouldBe(inFirst ? 1 : 0);
        RowsOf(TestPlan.Second, one).Count.ShouldBe(inSecond ? 1 : 0);
    }

    [Fact]
    public void Compile_Withdrawn_IsLeftOut() =>
        RowsOf(TestPlan.Second, Recorded with { Action = AchievementAction.Withdrawn }).ShouldBeEmpty();

    [Fact]
    public void Compile_NothingCountedAndNoUnit_SaysSo()
    {
        var bare = Recorded with { Women = null, Men = null, Total = null, Unit = null, Activity = null, Figures = [] };

        var row = RowsOf(TestPlan.Second, bare).ShouldHaveSingleItem();

        (row.HasPeople, row.HasSexes, row.People, row.FigureCount, row.Figures).ShouldBe((0, 0, 0, 0, ""));
        (row.Unit, row.UnitKey, row.Activity, row.ActivityKey).ShouldBe(("", "", 0, ""));
    }

    [Fact]
    public void Compile_ThemesThatThePlanNoLongerHas_ComeAfterItsOwn()
    {
        var rows = RowsOf(
            TestPlan.Second,
            Recorded with
            {
                Id = Guid.NewGuid(),
                Theme = "Zonas",
            },
            Recorded with
            {
                Id = Guid.NewGuid(),
                Theme = "Antiguo",
            },
            Recorded with
            {
                Id = Guid.NewGuid(),
                Theme = "Otros",
            }
        );

        rows.OrderBy(row => row.ThemePlace)
            .Select(row => $"{row.ThemePlace} {row.Theme}")
            .ShouldBe(["7 Otros", "8 Antiguo", "9 Zonas"]);
    }

    [Fact]
    public void Compile_ThemesThatDifferInTheirCapitals_AreOne()
    {
        var rows = RowsOf(
            TestPlan.Second,
            Recorded with
            {
                Id = Guid.NewGuid(),
                Theme = "OTROS",
            },
            Recorded with
            {
                Id = Guid.NewGuid(),
                Theme = "antiguo",
            },
            Recorded with
            {
                Id = Guid.NewGuid(),
                Theme = "Antiguo",
            }
        );

        rows.Select(row => $"{row.ThemePlace} {row.Theme}")
            .ShouldBe(["7 Otros", "8 Antiguo", "8 Antiguo"], ignoreOrder: true);
    }

    [Fact]
    public void Compile_LinkWithPersonalData_IsLeftOut() =>
        RowsOf(TestPlan.Second, Recorded with { Link = "https://www.gob.pe/ana@entidad.example" })
            .ShouldHaveSingleItem()
            .Link.ShouldBe("");

    /// <summary>A plan that records none has the report that it had before there were achievements.</summary>
    [Fact]
    public void ToJson_NoAchievements_AreNotNamed_AndSomeAreReadBack()
    {
        var none = Compile(TestPlan.Second);
        var some = Compile(TestPlan.Second, Recorded);

        System.Text.Encoding.UTF8.GetString(none.ToJson()).ShouldNotContain("chievements");
        Report.FromJson(none.ToJson()).ShouldBe(none);
        Report.FromJson(some.ToJson()).ShouldBe(some);
        some.Rows.ShouldBe(none.Rows + 1);
    }

    private static ValueList<ReportAchievementRow> RowsOf(Period period, params Achievement[] achievements) =>
        Compile(period, achievements).Achievements;

    private static Report Compile(Period period, params Achievement[] achievements) =>
        ReportCompiler.Compile(Plan, period, new ReportInputs([]) { Achievements = achievements });
}
