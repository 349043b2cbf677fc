using Avance.Functions.Plans;
using Avance.Functions.Plans.WorkPlans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Overviews;
using Avance.Functions.Reports.WorkPlans;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.Overviews;

/// <summary>Which body owes which product in a period, and what it has delivered.</summary>
public sealed class WorkPlanOverviewTests
{
    private static readonly Period First = new(2022, 1);

    private static readonly Plan Plan = WorkPlanRules.Resolve(
        PlanFileBuilder.Sample("conaig-2021-2022").Imported(),
        PlanFileBuilder.Sample("pnig-2021").Build()
    );

    [Fact]
    public void Of_APeriod_HasTheProductsThatAreDueInItByNumber()
    {
        var products = Of(First).Products;

        products.Select(product => product.Number).ShouldBe([1, 2, 3, 6]);
        products[0].Deliveries.Count.ShouldBe(20);
        products[2].Deliveries.ShouldHaveSingleItem().Unit.ShouldBe(new UnitCode("CONAIG"));
    }

    [Theory]
    [InlineData(1, false, true, false)]
    [InlineData(1, true, true, true)]
    [InlineData(0, false, false, false)]
    public void Of_ADelivery_SaysWhetherItWasMadeAndWhetherLate(
        decimal executed,
        bool late,
        bool delivered,
        bool isLate
    )
    {
        var delivery = Of(First, Sent(First, executed, late)).Products[0].Deliveries[0];

        (delivery.Delivered, delivery.Late).ShouldBe((delivered, isLate));
    }

    [Fact]
    public void Of_AnotherPeriodsDelivery_IsNotThatOfThisOne() =>
        Of(First, Sent(new Period(2022, 2), 1, true))
            .Products.SelectMany(product => product.Deliveries)
            .ShouldAllBe(delivery => !delivery.Delivered && !delivery.Late);

    [Fact]
    public void Of_TheRowsOfTheReport_AreTheSameDeliveries()
    {
        SentGoal[] sent = [Sent(First, 1, true)];
        var rows = ReportCompiler.Compile(Plan, First, new ReportInputs(sent)).Deliveries;

        Of(First, sent)
            .Products.SelectMany(product =>
                product.Deliveries.Select(one =>
                    (product.Number, $"{one.Unit}", one.Activity.Value, one.Delivered, one.Late)
                )
            )
            .ShouldBe(
                rows.Select(row => (row.Product, row.Unit, row.Activity, row.Delivered == 1, row.Late)),
                ignoreOrder: true
            );
    }

    [Fact]
    public void Of_APlanThatIsNoWorkPlan_IsNone() =>
        WorkPlanOverview.Of(new TestPlan().Activity(1).Build(), []).ShouldBeNull();

    private static WorkPlanOverview Of(Period period, params SentGoal[] sent) =>
        WorkPlanOverview.Of(Plan, DeliveryRules.Evaluate(Plan, period, sent)).ShouldNotBeNull();

    private static SentGoal Sent(Period period, decimal executed, bool late)
    {
        var activity = Plan.WorkPlan!.Deliveries[0].Activity;
        var goal = new ReportedGoal(activity, period.Year, period, Outcome.Reported, executed);
        return new SentGoal(activity, period.Year, period, ProgressState.Submitted, late, goal);
    }
}
