using System.Text.Json.Nodes;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.History;
using Avance.Functions.Tests.Builders;
using Avance.Samples;

namespace Avance.Functions.Tests.Reports.History;

public sealed class HistoryRulesTests
{
    private static readonly Plan Plan = new TestPlan()
        .Activity(1, "DA")
        .Activity(2, "DA")
        .Activity(3, "OGRH", carriedOver: 10)
        .Build();

    /// <summary>The balance that the ministry printed, 70.8 for 2023 where it cut 70.769 off to 70.7.</summary>
    [Fact]
    public void Beside_PublishedSample_GivesThePublishedBalance()
    {
        var folder = RepositoryRoot.File("samples/psig-2022-2023");
        var plan = PlanBuilder.Read(File.ReadAllBytes($"{folder}.xlsx"), null).Draft!;
        var sent = ReferenceProgress
            .Read(folder)
            .Select(goal => new ReportedGoal(
                new ActivityNumber(goal.Activity),
                goal.GoalYear,
                TestPlan.Second,
                Enum.Parse<Outcome>(goal.Outcome.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
                goal.Executed
            ));
        var result = ComplianceRules.Evaluate(plan, TestPlan.Second, sent);

        var figures = HistoryRules.Beside(
            plan,
            Results(result),
            [Year(2022, 54, 44, source: "Informe anual 2022")],
            TestPlan.Second
        );

        figures
            .Where(figure => figure.Level == HistoryLevel.Plan)
            .Select(Describe)
            .ShouldBe([
                "Semester 2023-2: 46 of 65, 70.8 %",
                "Year 2022: 44 of 54, 81.5 %, imported from Informe anual 2022",
                "Year 2023: 46 of 65, 70.8 %",
                "Plan: 90 of 119, 75.6 %, imported from Informe anual 2022",
            ]);
        var published = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "publicado-2023.json")))!;
        figures
            .Where(figure => figure is { View: HistoryView.Year, Level: HistoryLevel.Unit })
            .OrderByDescending(figure => figure.Percent)
            .ThenBy(figure => figure.Unit, StringComparer.Ordinal)
            .Select(figure => $"{figure.Unit} {ComplianceRules.Shown(figure.Percent!.Value)}")
            .ShouldBe(published["units"]!.AsArray().Select(unit => $"{unit!["unit"]} {unit["compliance"]}"));
        figures.Count(figure => figure is { View: HistoryView.Year, Level: HistoryLevel.Activity }).ShouldBe(66);
    }

    [Fact]
    public void Beside_TwoSemesters_AreCountedFromTheStartOfTheYearAndTheLastIsTheYears()
    {
        var results = Results(Result(TestPlan.First, (1, 10)), Result(TestPlan.Second, (1, 10), (2, 10)));

        Of(results, TestPlan.Second, HistoryLevel.Plan)
            .ShouldBe([
                "Semester 2023-1: 1 of 3, 33.3 %",
                "Semester 2023-2: 2 of 3, 66.7 %",
                "Year 2023: 2 of 3, 66.7 %",
                "Plan: 2 of 3, 66.7 %",
            ]);
        Of(results, TestPlan.First, HistoryLevel.Plan)
            .ShouldBe(["Semester 2023-1: 1 of 3, 33.3 %", "Year 2023: 1 of 3, 33.3 %", "Plan: 1 of 3, 33.3 %"]);
    }

    [Fact]
    public void Beside_Semesters_HaveUnitsAndNoActivities()
    {
        var figures = HistoryRules.Beside(Plan, Results(Result(TestPlan.Second, (1, 10))), [], TestPlan.Second);

        figures
            .Where(figure => figure.View == HistoryView.Semester)
            .Select(figure => $"{figure.Level} {figure.Unit} {figure.Programmed} {figure.FullyExecuted}")
            .ShouldBe(["Plan  3 1", "Unit DA 2 1", "Unit OGRH 1 0"]);
    }

    [Fact]
    public void Beside_YearBeforeThePlansFirst_StaysOutOfTheSum() =>
        Of(
                Results(Result(TestPlan.Second, (1, 10))),
                TestPlan.Second,
                HistoryLevel.Plan,
                Year(2021, 40, 20),
                Year(2022, 5, 4)
            )
            .ShouldBe([
                "Semester 2023-2: 1 of 3, 33.3 %",
                "Year 2021: 20 of 40, 50.0 %, imported from Informe anual",
                "Year 2022: 4 of 5, 80.0 %, imported from Informe anual",
                "Year 2023: 1 of 3, 33.3 %",
                "Plan: 5 of 8, 62.5 %, imported from Informe anual",
            ]);

    [Fact]
    public void Beside_YearThatIsComputedToo_IsTakenAsComputed() =>
        Of(Results(Result(TestPlan.Second, (1, 10))), TestPlan.Second, HistoryLevel.Plan, Year(2023, 9, 9))
            .ShouldBe(["Semester 2023-2: 1 of 3, 33.3 %", "Year 2023: 1 of 3, 33.3 %", "Plan: 1 of 3, 33.3 %"]);

    [Fact]
    public void Beside_LaterThanThePeriod_IsLeftOut()
    {
        var results = Results(Result(TestPlan.First), Result(TestPlan.Second, (1, 10)));

        Of(results, new Period(2022, 2), HistoryLevel.Plan, Year(2022, 5, 4), Year(2024, 1, 1))
            .ShouldBe([
                "Year 2022: 4 of 5, 80.0 %, imported from Informe anual",
                "Plan: 4 of 5, 80.0 %, imported from Informe anual",
            ]);
    }

    [Fact]
    public void Beside_UnitsAndActivities_StandWhereBothYearsHaveThemAndForThePeriodsYear()
    {
        var imported = Year(2022, 54, 44) with
        {
            Units = [new ImportedUnit("da", 88.5m), new ImportedUnit("DGX", 10)],
            Activities = [new ImportedActivity(new ActivityNumber(3), 120), new ImportedActivity(new(9), 50)],
        };

        var figures = HistoryRules.Beside(
            Plan,
            Results(Result(TestPlan.Second, (1, 10), (2, 5))),
            [imported],
            TestPlan.Second
        );

        figures
            .Where(figure => figure is { View: HistoryView.Year, Level: not HistoryLevel.Plan })
            .Select(figure =>
                $"{figure.Year} {figure.Unit} {figure.Activity} {figure.FullyExecuted}/{figure.Programmed} {figure.Percent:0.#} {figure.IsImported}"
            )
            .ShouldBe([
                "2022 DA  0/0 88.5 True",
                "2022 OGRH 3 0/0 120 True",
                "2023 DA  1/2 75 False",
                "2023 OGRH  0/1 0 False",
                "2023 DA 1 1/1 100 False",
                "2023 DA 2 0/1 50 False",
                "2023 OGRH 3 0/1 0 False",
            ]);
    }

    [Fact]
    public void Beside_UnitRenamedSinceTheImport_IsFoundByItsFormerName()
    {
        var renamed = Plan with
        {
            Units = [.. Plan.Units.Select(unit => unit with { Aliases = unit.Code.ToString() == "DA" ? ["DGA"] : [] })],
        };
        var imported = Year(2022, 54, 44) with { Units = [new ImportedUnit("Ex DGA", 88.5m)] };

        var figures = HistoryRules.Beside(renamed, Results(Result(TestPlan.Second)), [imported], TestPlan.Second);

        figures.ShouldContain(figure => figure.Year == 2022 && figure.Unit == "DA" && figure.Percent == 88.5m);
    }

    [Fact]
    public void Beside_UnitThatTookAnotherOverSinceTheImport_IsNeitherOfThemTwice()
    {
        var merged = Plan with
        {
            Units = [.. Plan.Units.Select(unit => unit with { Aliases = unit.Code.ToString() == "DA" ? ["DGA"] : [] })],
        };
        var imported = Year(2022, 54, 44) with { Units = [new ImportedUnit("DGA", 10), new ImportedUnit("DA", 90)] };

        var figures = HistoryRules.Beside(merged, Results(Result(TestPlan.Second)), [imported], TestPlan.Second);

        figures
            .Where(figure => figure is { Year: 2022, Level: HistoryLevel.Unit })
            .Select(figure => $"{figure.Unit} {figure.Percent}")
            .ShouldBe(["DA 90"]);
    }

    [Fact]
    public void Beside_NothingProgrammed_HasNoPercent() =>
        Of(Results(), TestPlan.Second, HistoryLevel.Plan, Year(2022, 0, 0))
            .ShouldBe([
                "Year 2022: 0 of 0, - %, imported from Informe anual",
                "Plan: 0 of 0, - %, imported from Informe anual",
            ]);

    private static IEnumerable<string> Of(
        IReadOnlyDictionary<Period, PlanResult> results,
        Period period,
        HistoryLevel level,
        params ImportedYear[] imported
    ) => HistoryRules.Beside(Plan, results, imported, period).Where(figure => figure.Level == level).Select(Describe);

    private static string Describe(YearFigure figure)
    {
        var percent = figure.Percent is { } value ? FormattableString.Invariant($"{Shown(value):0.0}") : "-";
        var time = figure.View switch
        {
            HistoryView.Plan => "",
            HistoryView.Year => $" {figure.Year}",
            _ => $" {figure.Year}-{figure.Semester}",
        };
        return $"{figure.View}{time}: {figure.FullyExecuted} of {figure.Programmed}, {percent} %"
            + (figure.IsImported ? $", imported from {figure.Source}" : figure.Source);
    }

    private static decimal Shown(decimal percent) => ComplianceRules.Shown(percent, 1);

    private static Dictionary<Period, PlanResult> Results(params PlanResult[] results) =>
        results.ToDictionary(result => result.Period);

    private static PlanResult Result(Period period, params (int Activity, decimal Executed)[] sent) =>
        ComplianceRules.Evaluate(
            Plan,
            period,
            sent.Select(goal => new ReportedGoal(
                new ActivityNumber(goal.Activity),
                2023,
                period,
                Outcome.Reported,
                goal.Executed
            ))
        );

    private static ImportedYear Year(int year, int programmed, int fullyExecuted, string source = "Informe anual") =>
        new(year, "Plan anterior", source, programmed, fullyExecuted, [], [], 1, "dev:secretariat", TestPlan.Opens);
}
