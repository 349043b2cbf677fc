using Avance.Functions.Plans;
using Avance.Functions.Plans.WorkPlans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.WorkPlans;

/// <summary>The rows of a work plan's report: what each body owed in the period, and whether it was delivered.</summary>
public sealed class WorkPlanReportTests
{
    private static readonly Period First = new(2022, 1);
    private static readonly Period Second = new(2022, 2);

    private static readonly Plan Plan = WorkPlanRules.Resolve(
        PlanFileBuilder.Sample("conaig-2021-2022").Imported(),
        PlanFileBuilder.Sample("pnig-2021").Build()
    );

    [Fact]
    public void Compile_APeriod_HasARowForEachDeliveryThatIsDueInIt()
    {
        var rows = Deliveries(First);

        rows.Count(row => row.Product == 1).ShouldBe(20);
        rows.Where(row => row.Product > 2).Select(row => row.Product).ShouldBe([3, 6]);
        rows.Sum(row => row.Delivered).ShouldBe(0);
        rows.Select(row => row.Key).ShouldBeUnique();
    }

    [Fact]
    public void Compile_ADelivery_IsOfThePeriodInWhichItWasSent()
    {
        var norm = Plan.WorkPlan!.Deliveries[0].Activity;
        SentGoal[] sent = [Sent(norm, First, 1, late: true)];

        var row = Deliveries(First, sent).Single(one => one.Activity == norm.Value);

        (row.Delivered, row.Late, row.State).ShouldBe((1, true, "Accepted"));
        Deliveries(Second, sent).Single(one => one.Activity == norm.Value).Delivered.ShouldBe(0);
    }

    [Fact]
    public void Compile_DeliveriesOfAYear_AreMeasuredByWhatWasDue()
    {
        var norm = Plan.WorkPlan!.Deliveries[0].Activity;
        SentGoal[] sent = [Sent(norm, First, 1)];

        PercentOf(norm, First, sent).ShouldBe(100);
        PercentOf(norm, Second, sent).ShouldBe(50);
        PercentOf(norm, Second, [.. sent, Sent(norm, Second, 1)]).ShouldBe(100);
    }

    [Fact]
    public void Compile_ADeliveryThatWasNotMade_IsNotDelivered()
    {
        var norm = Plan.WorkPlan!.Deliveries[0].Activity;
        var goal = new ReportedGoal(norm, 2022, First, Outcome.NotReported, null);
        SentGoal[] sent = [new SentGoal(norm, 2022, First, ProgressState.Submitted, false, goal)];

        var row = Deliveries(First, sent).Single(one => one.Activity == norm.Value);

        (row.Delivered, row.State).ShouldBe((0, "Submitted"));
    }

    private static ValueList<ReportDeliveryRow> Deliveries(Period period, params SentGoal[] sent) =>
        ReportCompiler.Compile(Plan, period, new ReportInputs(sent)).Deliveries;

    private static double PercentOf(ActivityNumber activity, Period period, params SentGoal[] sent) =>
        ReportCompiler
            .Compile(Plan, period, new ReportInputs(sent))
            .Goals.Single(goal => goal.Activity == activity.Value)
            .Percent;

    private static SentGoal Sent(ActivityNumber activity, Period period, decimal executed, bool late = false)
    {
        var goal = new ReportedGoal(activity, period.Year, period, Outcome.Reported, executed);
        return new SentGoal(activity, period.Year, period, ProgressState.Accepted, late, goal);
    }
}
