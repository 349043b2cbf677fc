using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.History;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Avance.Functions.Progress.Outcome;

namespace Avance.Functions.Tests.Reports.History;

/// <summary>What holds of years beside each other, whatever was imported and reported.</summary>
public sealed class HistoryPropertyTests
{
    private static readonly Plan Plan = WithAliases(
        new TestPlan().Activity(1, "DA").Activity(2, "DTEG").Activity(3, "OGRH", carriedOver: 10).Build()
    );

    // Codes and aliases of the plan, and names that it does not know.
    private static readonly string[] Names = ["DA", "da", "DGTEG", "Ex DGTEG", "DTEG", "OC", "oc", "Oficina de Prensa"];

    /// <summary>The key of a row is made of these.</summary>
    [Fact]
    public void Beside_Figures_AreEachThereOnce() =>
        ShouldHold(
            (figures, _) =>
                figures
                    .GroupBy(one => (one.View, one.Year, one.Semester, one.Level, one.Unit, one.Activity))
                    .All(same => same.Count() == 1)
        );

    [Fact]
    public void Beside_PlanAsAWhole_IsTheSumOfItsYears() =>
        ShouldHold(
            (figures, _) =>
            {
                var whole = figures.SingleOrDefault(figure => figure.View == HistoryView.Plan);
                var years = figures
                    .Where(figure => figure is { View: HistoryView.Year, Level: HistoryLevel.Plan })
                    .Where(figure => figure.Year >= Plan.Header.FirstYear && figure.Year <= Plan.Header.LastYear)
                    .ToList();
                return years.Count == 0
                    ? whole is null
                    : whole!.Programmed == years.Sum(year => year.Programmed)
                        && whole.FullyExecuted == years.Sum(year => year.FullyExecuted)
                        && whole.IsImported == years.Exists(year => year.IsImported);
            }
        );

    [Fact]
    public void Beside_UnitsAndActivities_AreAllOfThePeriodsYearToo() =>
        ShouldHold(
            (figures, one) =>
                figures
                    .Where(figure => figure is { View: HistoryView.Year, Level: not HistoryLevel.Plan })
                    .All(figure =>
                        figures.Any(other =>
                            other.View == HistoryView.Year
                            && other.Year == one.Period.Year
                            && (other.Level, other.Unit, other.Activity) == (figure.Level, figure.Unit, figure.Activity)
                        )
                    )
        );

    private static Plan WithAliases(Plan plan) =>
        plan with
        {
            Units =
            [
                .. plan.Units.Select(unit => unit with { Aliases = unit.Code.ToString() == "DTEG" ? ["DGTEG"] : [] }),
            ],
        };

    private static void ShouldHold(Func<IReadOnlyList<YearFigure>, Case, bool> holds) =>
        Prop.ForAll(
                Cases().ToArbitrary(),
                (Case one) => holds(HistoryRules.Beside(Plan, one.Results(), [.. one.Imported], one.Period), one)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Gen<Case> Cases() =>
        from imported in Imported().ListOf()
        from executed in Gen.Choose(0, 20).ListOf()
        from semesters in Gen.Choose(0, 2)
        from year in Gen.Choose(2022, 2024)
        from semester in Gen.Choose(1, 2)
        select new Case(
            [.. imported.DistinctBy(one => one.Year)],
            [.. executed.Take(3)],
            semesters,
            new Period(year, semester)
        );

    private static Gen<ImportedYear> Imported() =>
        from year in Gen.Choose(2020, 2024)
        from programmed in Gen.Choose(0, 60)
        from missing in Gen.Choose(0, 60)
        from units in Gen.SubListOf(Names)
        from activities in Gen.SubListOf([1, 2, 3, 9])
        select new ImportedYear(
            year,
            "Plan anterior",
            $"Informe {year}",
            programmed,
            Math.Max(0, programmed - missing),
            [.. units.Select(unit => new ImportedUnit(unit, missing))],
            [.. activities.Select(activity => new ImportedActivity(new ActivityNumber(activity), missing))],
            1,
            "",
            default
        );

    private sealed record Case(ImportedYear[] Imported, int[] Executed, int Semesters, Period Period)
    {
        public Dictionary<Period, PlanResult> Results() =>
            new[] { TestPlan.First, TestPlan.Second }
                .Take(Semesters)
                .ToDictionary(
                    period => period,
                    period =>
                        ComplianceRules.Evaluate(
                            Plan,
                            period,
                            Executed.Select(
                                (executed, index) =>
                                    new ReportedGoal(
                                        new ActivityNumber(index + 1),
                                        2023,
                                        period,
                                        Outcome.Reported,
                                        executed
                                    )
                            )
                        )
                );
    }
}
