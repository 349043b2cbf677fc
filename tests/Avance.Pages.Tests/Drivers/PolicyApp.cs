using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;

namespace Avance.Pages.Tests.Drivers;

/// <summary>The app with a small policy: two indicators of an objective, and one of a service without a protocol.</summary>
public static class PolicyApp
{
    public static Task<AppDriver> StartAsync(AzuriteFixture azurite) => FormApp.StartAsync(azurite, plan: Plan());

    private static Plan Plan()
    {
        var plan = new TestPlan()
            .Activity(34, target: 7.8m, measure: GoalMeasure.Value)
            .Activity(35, target: 50, measure: GoalMeasure.Value)
            .Activity(36, "DTEG", target: 50, measure: GoalMeasure.Value)
            .Build();
        return plan with
        {
            Header = plan.Header with
            {
                Name = "Política de Igualdad de Género",
                Kind = PlanKind.Policy,
                LastYear = 2030,
            },
            Activities =
            [
                .. plan.Activities.Select(activity =>
                    activity with
                    {
                        Title = activity.Number.Value == 34 ? "Mujeres que sufrieron violencia" : activity.Title,
                        UnitOfMeasure = "%",
                        EvidenceRequirement = "Reporte de la fuente",
                    }
                ),
            ],
            Goals = [.. plan.Goals, new Goal(new ActivityNumber(34), 2030, 7.7m, GoalMeasure.Value)],
            Policy = new Policy(
                [new PriorityObjective("OP.01", "Reducir la violencia hacia las mujeres")],
                [new Guideline("L.01", "OP.01", "Atención")],
                [new Service("S.01", "L.01", "Atención en centros", new UnitCode("DTEG"), ProtocolState.InProgress)],
                [
                    Indicator(34, "IOP.01.01", "OP.01", IndicatorMethod.BaselineGap) with
                    {
                        Direction = IndicatorDirection.Descending,
                        Baseline = 8.8m,
                        IsBaselineInferred = true,
                    },
                    Indicator(35, "IOP.01.02", "OP.01", IndicatorMethod.Ratio),
                    Indicator(36, "IS.01.01", "S.01", IndicatorMethod.Ratio),
                ],
                []
            ),
        };
    }

    private static PolicyIndicator Indicator(int activity, string code, string of, IndicatorMethod method) =>
        new(new ActivityNumber(activity), code, of, IndicatorDirection.Ascending, method, null, null, false, "ENDES");
}
