using System.Numerics;
using System.Text.Json;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Overviews;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Documents.Facts;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Avance.Functions.Progress.Outcome;

namespace Avance.Functions.Tests.Reports;

/// <summary>No figure that is taken stops a report, an overview or a finding, and each comes out exact.</summary>
public sealed class FigurePropertyTests
{
    private const decimal Step = 0.0001m;

    [Fact]
    public void Compile_AnyFiguresThatAreTaken_AreExact() =>
        ShouldHold(
            (plan, sent) =>
            {
                var report = ReportCompiler.Compile(plan, TestPlan.Second, new ReportInputs(sent));

                var expected = plan.Goals.ToDictionary(goal => goal, goal => ExpectedOf(goal, sent));
                report.Goals.Count.ShouldBe(expected.Count);
                foreach (var row in report.Goals)
                {
                    CheckGoal(row, expected.Single(item => IsOf(item.Key, row)));
                }

                report.Units.Count.ShouldBe(plan.Units.Count);
                foreach (var row in report.Units)
                {
                    CheckUnit(row, Activities(plan, expected, row.Unit));
                }

                CheckRanks(report, plan, expected);
                CheckPlan(report.Plan, Activities(plan, expected), plan.Units.Count);
                JsonSerializer.Deserialize<Report>(report.ToJson(), Json.Options).ShouldBe(report);
            }
        );

    [Fact]
    public void Overview_AnyFiguresThatAreTaken_CanBeShown() =>
        ShouldHold(
            (plan, sent) =>
            {
                var result = ReportCompiler.Evaluate(plan, TestPlan.Second, sent);

                var activities = OverviewRules.Activities(
                    plan,
                    result,
                    sent,
                    new Dictionary<ActivityNumber, ClaimSummary>()
                );

                activities.Count.ShouldBe(plan.Activities.Count);
                activities.ShouldAllBe(activity => (activity.Percent ?? 0) >= 0);
                JsonSerializer.Serialize(activities, Json.Options).ShouldNotBeEmpty();
                JsonSerializer
                    .Serialize(OverviewRules.Units(plan, result, activities), Json.Options)
                    .ShouldNotBeEmpty();
            }
        );

    [Fact]
    public void Examine_AnyFiguresThatAreTaken_RaisesWhatCanBeShown() =>
        Prop.ForAll(
                Claims().ToArbitrary(),
                claim =>
                {
                    var address = claim.Address;
                    foreach (var (rule, raised) in FindingRules.Examine(claim))
                    {
                        var finding = Finding.Raise(address, rule, raised, TestPlan.WhileOpen);
                        FindingView.Of(finding).Detail.ShouldNotBeEmpty();
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static bool IsOf(Goal goal, ReportGoalRow row) =>
        (goal.Activity.Value, goal.Year) == (row.Activity, row.GoalYear);

    private static void CheckGoal(ReportGoalRow row, KeyValuePair<Goal, ExpectedGoal> expected)
    {
        var (goal, (outcome, executed, percent)) = expected;
        row.Outcome.ShouldBe(outcome.ToString());
        ((decimal)row.Target).ShouldBe(goal.Target);
        ((decimal)row.Executed).ShouldBe(executed ?? 0);
        (percent ?? Fraction.Zero).IsNear(row.Percent).ShouldBeTrue($"{row.Percent} for {executed} of {goal.Target}");
        ((BigInteger)row.PercentShown).ShouldBe((percent ?? Fraction.Zero).Rounded());
        row.InMean.ShouldBe(percent is null ? 0 : 1);
        row.FullyExecuted.ShouldBe(IsFull(percent) ? 1 : 0);
    }

    private static void CheckUnit(ReportUnitRow row, List<List<ExpectedGoal>> activities)
    {
        var percents = PercentsOf(activities);
        var mean = Fraction.Mean(percents);
        mean.IsNear(row.Compliance).ShouldBeTrue($"{row.Compliance} of {row.Unit}");
        ((BigInteger)row.ComplianceShown).ShouldBe(mean.Rounded());
        Fraction.Mean(percents.ConvertAll(percent => percent.AtMost(100))).IsNear(row.CappedCompliance).ShouldBeTrue();
        row.GoalsInMean.ShouldBe(percents.Count);
        row.Programmed.ShouldBe(activities.Count);
        row.FullyExecuted.ShouldBe(activities.Count(goals => goals.TrueForAll(goal => IsFull(goal.Percent))));
    }

    private static void CheckRanks(Report report, Plan plan, Dictionary<Goal, ExpectedGoal> expected)
    {
        var ranked = report.Units.Where(row => row.GoalsInMean > 0).OrderBy(row => row.Rank).ToList();
        ranked.Select(row => row.Rank).ShouldBe(Enumerable.Range(1, ranked.Count));
        report.Units.Except(ranked).ShouldAllBe(row => row.Rank == 0);
        var means = ranked.ConvertAll(row => Fraction.Mean(PercentsOf(Activities(plan, expected, row.Unit))));
        means.Zip(means.Skip(1)).ShouldAllBe(pair => pair.First.CompareTo(pair.Second) >= 0);
    }

    private static void CheckPlan(ReportPlanRow row, List<List<ExpectedGoal>> activities, int units)
    {
        var full = activities.Count(goals => goals.TrueForAll(goal => IsFull(goal.Percent)));
        (row.Programmed, row.FullyExecuted, row.BelowFullExecution).ShouldBe(
            (activities.Count, full, activities.Count - full)
        );
        var level = new Fraction(100 * full, activities.Count);
        level.IsNear(row.ExecutionLevel).ShouldBeTrue($"{row.ExecutionLevel}");
        ((decimal)row.ExecutionLevelShown).ShouldBe(
            (decimal)new Fraction(1_000 * full, activities.Count).Rounded() / 10
        );
        row.Units.ShouldBe(units);
        row.Goals.ShouldBe(activities.Sum(goals => goals.Count));
        row.GoalsInMean.ShouldBe(PercentsOf(activities).Count);
    }

    private static bool IsFull(Fraction? percent) => percent?.CompareTo(new Fraction(100, 1)) >= 0;

    private static List<Fraction> PercentsOf(List<List<ExpectedGoal>> activities) =>
        [.. activities.SelectMany(goals => goals).Select(goal => goal.Percent).OfType<Fraction>()];

    /// <summary>What is expected of the goals of each activity.</summary>
    private static List<List<ExpectedGoal>> Activities(
        Plan plan,
        Dictionary<Goal, ExpectedGoal> expected,
        string? unit = null
    ) =>
        [
            .. plan
                .Activities.Where(activity => unit is null || activity.ResponsibleUnit.ToString() == unit)
                .Select(activity =>
                    expected.Where(item => item.Key.Activity == activity.Number).Select(item => item.Value).ToList()
                ),
        ];

    /// <summary>What the rules say of a goal, its percent in whole numbers.</summary>
    private static ExpectedGoal ExpectedOf(Goal goal, IReadOnlyCollection<SentGoal> sent)
    {
        var said = sent.Where(item => item.Activity == goal.Activity && item.GoalYear == goal.Year)
            .OrderBy(item => item.Period)
            .Select(item => item.Counted!)
            .Where(report => report.Outcome != Outcome.NotReported)
            .ToList();
        if (said.Count == 0 || said[^1].Outcome == Outcome.Rescheduled)
        {
            var outcome = said.Count == 0 ? Outcome.NotReported : Outcome.Rescheduled;
            return new ExpectedGoal(outcome, null, Fraction.Zero);
        }

        var figures = said.Select(report => report.Executed).OfType<decimal>().ToList();
        var isUnknown =
            goal.Measure == GoalMeasure.Percent
                ? figures.Count == 0
                : said.Exists(report => report.Outcome == Outcome.NotQuantified);
        if (isUnknown)
        {
            return new ExpectedGoal(Outcome.NotQuantified, null, null);
        }

        var executed = goal.Measure == GoalMeasure.Percent ? figures[^1] : figures.Sum();
        var percent = new Fraction(100 * new BigInteger(executed / Step), new BigInteger(goal.Target / Step));
        return new ExpectedGoal(Outcome.Reported, executed, percent);
    }

    private static void ShouldHold(Action<Plan, IReadOnlyCollection<SentGoal>> holds) =>
        Prop.ForAll(Plans().ToArbitrary(), item => holds(item.Plan, item.Sent))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Gen<(Plan Plan, List<SentGoal> Sent)> Plans() =>
        from goals in (
            from target in AcceptedFigures.Target()
            from carried in AcceptedFigures.Target()
            from first in Reports()
            from second in Reports()
            from measure in Gen.Elements(GoalMeasure.Count, GoalMeasure.Percent)
            select (target, carried, first, second, measure)
        ).NonEmptyListOf()
        let plan = goals
            .Select((goal, place) => (goal, Number: place + 1))
            .Aggregate(
                new TestPlan(),
                (builder, item) =>
                    builder.Activity(
                        item.Number,
                        item.Number % 2 == 0 ? "OGRH" : "DTEG",
                        item.goal.target,
                        item.goal.measure,
                        item.goal.carried
                    )
            )
            .Build()
        select (
            plan,
            plan.Goals.SelectMany(goal =>
                    new[]
                    {
                        Sent(goal, TestPlan.First, goals[goal.Activity.Value - 1].first),
                        Sent(goal, TestPlan.Second, goals[goal.Activity.Value - 1].second),
                    }
                )
                .ToList()
        );

    /// <summary>Mostly figures, sometimes the reasons why there is none.</summary>
    private static Gen<(Outcome Outcome, decimal? Executed)> Reports() =>
        Gen.Frequency(
            (6, AcceptedFigures.Executed().Select(value => (Outcome.Reported, (decimal?)value))),
            (
                2,
                Gen.Elements(Outcome.NotQuantified, Outcome.Rescheduled, Outcome.NotReported)
                    .Select(outcome => (outcome, (decimal?)null))
            )
        );

    private static SentGoal Sent(Goal goal, Period period, (Outcome Outcome, decimal? Executed) report) =>
        new(
            goal.Activity,
            goal.Year,
            period,
            ProgressState.Submitted,
            Late: false,
            new ReportedGoal(goal.Activity, goal.Year, period, report.Outcome, report.Executed)
        );

    /// <summary>Claims whose narrative and evidence give large numbers as well.</summary>
    private static Gen<ExaminedClaim> Claims() =>
        from target in AcceptedFigures.Target()
        from executed in AcceptedFigures.Executed()
        from before in AcceptedFigures.Executed()
        from measure in Gen.Elements(GoalMeasure.Count, GoalMeasure.Percent)
        from said in AcceptedFigures.Executed()
        from listed in Gen.Elements("3", "178", "46781234", "999999999999", "99999999999999999999999999999999")
        select new ClaimBuilder()
            .Goal(target, executed, measure)
            .Goal(target, before, measure, 2022)
            .Before(before)
            .Sent(sent => sent with { Narrative = $"Se capacitó a {decimal.Floor(said)} servidores y a {listed} más." })
            .File("informe.pdf", Read.Lines($"Se capacitaron {listed} servidoras y {listed} servidores: {listed} %."))
            .File("cuadro.xlsx", Read.Table($"Mujeres|Hombres|Total\n{listed}|{listed}|{listed}\n{listed}|1|2"))
            .Build();

    /// <param name="Percent">Null if it stays out of the mean.</param>
    private sealed record ExpectedGoal(Outcome Outcome, decimal? Executed, Fraction? Percent);
}
