using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Avance.Functions.Progress.Outcome;

namespace Avance.Functions.Tests.Reports.Compliance;

/// <summary>What holds for every plan and everything that may be reported.</summary>
public sealed class CompliancePropertyTests
{
    private static readonly string[] Units = ["DA", "OC", "OGRH"];

    [Fact]
    public void Evaluate_RowsInAnyOrder_GivesTheSame() =>
        ShouldHold(
            (plan, sent) =>
                Evaluate(plan, sent).Equals(Evaluate(plan, sent.Reverse()))
                && Evaluate(plan, sent).Equals(Evaluate(plan, sent.OrderBy(goal => goal.GetHashCode())))
        );

    [Fact]
    public void Evaluate_GoalOfExactly100Added_NeverLowersAMeanUnder100NorRaisesOneOver() =>
        ShouldHold(
            (plan, sent) =>
            {
                var before = Evaluate(plan, sent).Units;
                var number = new ActivityNumber(999);
                var unit = plan.Units[0].Code;
                var goal = new Goal(number, 2023, 7, GoalMeasure.Count);
                var more = plan with
                {
                    Activities =
                    [
                        .. plan.Activities,
                        new Activity(number, "Una más", unit, "", [], "Informe", "Informe"),
                    ],
                    Goals = [.. plan.Goals, goal],
                };
                var reported = new ReportedGoal(number, 2023, TestPlan.Second, Outcome.Reported, 7);

                var mean = before.FirstOrDefault(one => one.Unit.Code == unit)?.Compliance;
                var after = Evaluate(more, [.. sent, reported]).Units.Single(one => one.Unit.Code == unit).Compliance;
                return mean switch
                {
                    null => after == 100,
                    <= 100 => after >= mean && after <= 100,
                    _ => after <= mean && after >= 100,
                };
            }
        );

    [Fact]
    public void Evaluate_EveryUnit_LiesBetweenItsLowestAndHighestGoal() =>
        ShouldHold(
            (plan, sent) =>
            {
                var result = Evaluate(plan, sent);
                return result.Units.All(unit =>
                {
                    var percents = result
                        .Activities.Where(activity => activity.Activity.ResponsibleUnit == unit.Unit.Code)
                        .SelectMany(activity => activity.Goals)
                        .Select(goal => goal.Percent)
                        .OfType<decimal>()
                        .ToList();
                    return percents.Count == unit.GoalsInMean
                        && (
                            percents.Count == 0
                                ? unit.Compliance is null
                                : unit.Compliance >= percents.Min() - 0.000001m
                                    && unit.Compliance <= percents.Max() + 0.000001m
                        );
                });
            }
        );

    [Fact]
    public void Evaluate_Percents_AreNeverCapped() =>
        ShouldHold(
            (plan, sent) =>
                Evaluate(plan, sent)
                    .Activities.SelectMany(activity => activity.Goals)
                    .Where(goal => goal.Outcome == Outcome.Reported)
                    .All(goal => goal.Percent == goal.Executed!.Value * 100 / goal.Goal.Target)
        );

    [Fact]
    public void Evaluate_CappedCompliance_IsNeverOver100NorOverTheUncapped() =>
        ShouldHold(
            (plan, sent) =>
                Evaluate(plan, sent)
                    .Units.All(unit =>
                        unit.CappedCompliance is null
                        || (unit.CappedCompliance <= 100 && unit.CappedCompliance <= unit.Compliance)
                    )
        );

    [Fact]
    public void Evaluate_Counts_AddUp() =>
        ShouldHold(
            (plan, sent) =>
            {
                var result = Evaluate(plan, sent);
                return result.FullyExecuted <= result.Programmed
                    && result.Programmed <= plan.Activities.Count
                    && result.Units.Sum(unit => unit.Programmed) == result.Programmed
                    && result.Units.Sum(unit => unit.FullyExecuted) == result.FullyExecuted
                    && result.ExecutionLevel is null or (>= 0 and <= 100);
            }
        );

    private static PlanResult Evaluate(Plan plan, IEnumerable<ReportedGoal> sent) =>
        ComplianceRules.Evaluate(plan, TestPlan.Second, sent);

    private static void ShouldHold(Func<Plan, ReportedGoal[], bool> holds) =>
        FsCheck
            .Fluent.Prop.ForAll(Cases().ToArbitrary(), (Case one) => holds(one.Plan, one.Sent))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Gen<Case> Cases() => from entries in Entry().NonEmptyListOf() select ToCase([.. entries.Take(40)]);

    private static Gen<OneActivity> Entry() =>
        from unit in Gen.Elements(Units)
        from target in Gen.Choose(1, 200)
        from measure in Gen.Elements(GoalMeasure.Count, GoalMeasure.Percent)
        from first in Report()
        from second in Report()
        select new OneActivity(unit, target, measure, first, second);

    private static Gen<(Outcome Outcome, decimal? Executed)?> Report() =>
        from kind in Gen.Choose(0, 9)
        from tenths in Gen.Choose(0, 5000)
        select kind switch
        {
            0 => ((Outcome, decimal?)?)null,
            1 => (Outcome.NotReported, null),
            2 => (Outcome.Rescheduled, null),
            3 => (Outcome.NotQuantified, null),
            4 => (Outcome.Reformulated, null),
            _ => (Outcome.Reported, tenths / 10m),
        };

    private static Case ToCase(OneActivity[] entries)
    {
        var plan = new TestPlan();
        var sent = new List<ReportedGoal>();
        for (var index = 0; index < entries.Length; index++)
        {
            var entry = entries[index];
            var number = new ActivityNumber(index + 1);
            plan.Activity(number.Value, entry.Unit, entry.Target, entry.Measure);
            if (entry.First is { } first)
            {
                sent.Add(new ReportedGoal(number, 2023, TestPlan.First, first.Outcome, first.Executed));
            }

            if (entry.Second is { } second)
            {
                sent.Add(new ReportedGoal(number, 2023, TestPlan.Second, second.Outcome, second.Executed));
            }
        }

        return new Case(plan.Build(), [.. sent]);
    }

    private sealed record Case(Plan Plan, ReportedGoal[] Sent);

    private sealed record OneActivity(
        string Unit,
        int Target,
        GoalMeasure Measure,
        (Outcome Outcome, decimal? Executed)? First,
        (Outcome Outcome, decimal? Executed)? Second
    );
}
