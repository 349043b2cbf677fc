using System.Numerics;
using System.Text.Json;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Overviews;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Evidence.Facts;
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
        Check(
            (plan, sent) =>
            {
                var report = ReportCompiler.Compile(plan, TestPlan.Second, sent);

                foreach (var row in report.Goals)
                {
                    var goal = plan.Goals.Single(goal =>
                        goal.Activity.Value == row.Activity && goal.Year == row.GoalYear
                    );
                    var executed = ExecutedOf(goal, sent);
                    ((decimal)row.Target).ShouldBe(goal.Target);
                    ((decimal)row.Executed).ShouldBe(executed);
                    ((BigInteger)row.PercentShown).ShouldBe(RoundedPercent(executed, goal.Target));
                    row.FullyExecuted.ShouldBe(executed >= goal.Target ? 1 : 0);
                }

                JsonSerializer.Deserialize<Report>(report.ToJson(), Json.Options).ShouldBe(report);
            }
        );

    [Fact]
    public void Overview_AnyFiguresThatAreTaken_CanBeShown() =>
        Check(
            (plan, sent) =>
            {
                var result = ReportCompiler.Evaluate(plan, TestPlan.Second, sent);

                var activities = OverviewRules.Activities(
                    plan,
                    result,
                    sent,
                    new Dictionary<ActivityNumber, ActivityMarks>()
                );

                activities.Count.ShouldBe(plan.Activities.Count);
                activities.ShouldAllBe(activity => activity.Percent >= 0);
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

    /// <summary>The percent in whole numbers alone: half away from zero.</summary>
    private static BigInteger RoundedPercent(decimal executed, decimal target)
    {
        var (part, whole) = (new BigInteger(executed / Step) * 100, new BigInteger(target / Step));
        return ((2 * part) + whole) / (2 * whole);
    }

    private static decimal ExecutedOf(Goal goal, IReadOnlyCollection<SentGoal> sent)
    {
        var figures = sent.Where(item => item.Activity == goal.Activity && item.GoalYear == goal.Year)
            .OrderBy(item => item.Period)
            .Select(item => item.Counted!.Executed!.Value)
            .ToList();
        return goal.Measure == GoalMeasure.Percent ? figures[^1] : figures.Sum();
    }

    private static void Check(Action<Plan, IReadOnlyCollection<SentGoal>> holds) =>
        Prop.ForAll(Plans().ToArbitrary(), item => holds(item.Plan, item.Sent))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Gen<(Plan Plan, List<SentGoal> Sent)> Plans() =>
        from goals in (
            from target in AcceptedFigures.Target()
            from carried in AcceptedFigures.Target()
            from first in AcceptedFigures.Executed()
            from second in AcceptedFigures.Executed()
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

    private static SentGoal Sent(Goal goal, Period period, decimal executed) =>
        new(
            goal.Activity,
            goal.Year,
            period,
            ProgressState.Submitted,
            Late: false,
            new ReportedGoal(goal.Activity, goal.Year, period, Outcome.Reported, executed)
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
}
