using Avance.Functions.Plans;
using Avance.Functions.Plans.Import;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Plans.WorkPlans;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Plans.WorkPlans;

/// <summary>Who owes what of a work plan, and when.</summary>
public sealed class WorkPlanRulesTests
{
    private static readonly Period SecondOf2021 = new(2021, 2);
    private static readonly Period FirstOf2022 = new(2022, 1);
    private static readonly Period SecondOf2022 = new(2022, 2);

    private static readonly Plan Plan = Imported();
    private static readonly Plan PolicyPlan = PlanFileBuilder.Sample("pnig-2021").Build();
    private static readonly Policy Policy = PolicyPlan.Policy!;

    [Fact]
    public void Product_OfEachBody_IsAnActivityDueInItsSemesters()
    {
        var norms = Plan.WorkPlan!.Deliveries.Where(delivery => delivery.Product == 1).ToList();

        norms.Count.ShouldBe(20);
        norms
            .Select(delivery => Plan.FindActivity(delivery.Activity)!.ResponsibleUnit)
            .ShouldBe(Plan.WorkPlan.FindProduct(1)!.Bodies);
        Plan.WorkPlan.SemestersOf(norms[0].Activity).ShouldBe([SecondOf2021, FirstOf2022, SecondOf2022]);
    }

    [Fact]
    public void Goals_OfAPeriod_AreWhatWasDueByThen()
    {
        var norm = Plan.WorkPlan!.Deliveries.First(delivery => delivery.Product == 1).Activity;
        var act = Plan.WorkPlan.Deliveries.Single(delivery => delivery.Product == 3).Activity;

        Plan.GoalsOf(norm, FirstOf2022).Single().Target.ShouldBe(1);
        Plan.GoalsOf(norm, SecondOf2022).Single().Target.ShouldBe(2);
        Plan.GoalsOf(act, SecondOf2021).ShouldBeEmpty();
        Plan.GoalsOf(act, FirstOf2022).Single().Target.ShouldBe(1);
        // No longer asked for, and still measured.
        Plan.GoalsOf(act, SecondOf2022).ShouldBeEmpty();
        Plan.GoalsBy(act, SecondOf2022).Single().Target.ShouldBe(1);
    }

    [Fact]
    public void Resolve_BodiesWithAProtocol_OweWhatTheRuleSays()
    {
        var resolved = WorkPlanRules.Resolve(Plan, PolicyPlan);

        OwersOf(resolved, FirstOf2022)
            .ShouldBe(
                Policy
                    .Services.Where(service => service.Protocol == ProtocolState.Approved)
                    .Select(service => service.ResponsibleBody)
                    .Distinct()
                    .Order()
            );
        OwersOf(resolved, FirstOf2022).Count.ShouldBeLessThan(21);
        OwersOf(WorkPlanRules.Resolve(Plan, null), FirstOf2022).ShouldBeEmpty();
    }

    [Fact]
    public void Resolve_ProtocolOfTheSecondSemester_IsOwedFromThenOn()
    {
        var service = Policy.Services.First(one => one.Protocol == ProtocolState.Approved);
        var later = new Policy([], [], [service with { ProtocolDate = new DateOnly(2022, 7, 1) }], [], []);

        var resolved = WorkPlanRules.Resolve(Plan, PolicyPlan with { Policy = later });

        OwersOf(resolved, FirstOf2022).ShouldBeEmpty();
        OwersOf(resolved, SecondOf2022).ShouldBe([service.ResponsibleBody]);
    }

    [Fact]
    public void Resolve_OtherProducts_StayAsTheyAre()
    {
        var resolved = WorkPlanRules.Resolve(Plan, PolicyPlan);

        foreach (var delivery in Plan.WorkPlan!.Deliveries.Where(delivery => delivery.Product != 2))
        {
            resolved.WorkPlan!.SemestersOf(delivery.Activity).ShouldBe(Plan.WorkPlan.SemestersOf(delivery.Activity));
        }
    }

    [Fact]
    public void Resolve_BodyThatThePolicyCallsByItsNewName_OwesAsBefore()
    {
        var service = Policy.Services.First(one => one.Protocol == ProtocolState.Approved);
        var body = service.ResponsibleBody;
        var renamed = PolicyPlan with
        {
            Units =
            [
                .. PolicyPlan.Units.Select(unit =>
                    unit.Code == body ? unit with { Code = new UnitCode("NUEVA"), Aliases = [$"{body}"] } : unit
                ),
            ],
            Policy = Policy with { Services = [service with { ResponsibleBody = new UnitCode("NUEVA") }] },
        };

        OwersOf(WorkPlanRules.Resolve(Plan, renamed), FirstOf2022).ShouldBe([body]);
    }

    [Fact]
    public void Resolve_BodyThatAProductNoLongerNames_OwesNothingOfIt()
    {
        var file = PlanFileBuilder.Sample("conaig-2021-2022").Set("Productos", 2, 4, "MIMP; MINSA");
        var plan = PlanMerge.Merge(Plan, file.Build(Plan), PlanBuilder.Lima).Plan;

        var resolved = WorkPlanRules.Resolve(plan, PolicyPlan);

        plan.WorkPlan!.Deliveries.Count(delivery => delivery.Product == 1).ShouldBe(20);
        resolved
            .WorkPlan!.Deliveries.Where(delivery => delivery.Product == 1)
            .Where(delivery => resolved.GoalsOf(delivery.Activity, FirstOf2022).Any())
            .Select(delivery => resolved.FindActivity(delivery.Activity)!.ResponsibleUnit.ToString())
            .ShouldBe(["MIMP", "MINSA"]);
    }

    private static IReadOnlyList<UnitCode> OwersOf(Plan plan, Period period) =>
        [
            .. plan.WorkPlan!.Deliveries.Where(delivery => delivery.Product == 2)
                .Where(delivery => plan.GoalsOf(delivery.Activity, period).Any())
                .Select(delivery => plan.FindActivity(delivery.Activity)!.ResponsibleUnit)
                .Order(),
        ];

    private static Plan Imported() => PlanFileBuilder.Sample("conaig-2021-2022").Imported();
}
