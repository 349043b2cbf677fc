using Avance.Functions.Plans;
using Avance.Functions.Plans.WorkPlans;

namespace Avance.Pages.Tests.Drivers;

/// <summary>The app with a small work plan: two products of the second semester, one of which a second body owes as well.</summary>
public static class WorkPlanApp
{
    public static Task<AppDriver> StartAsync(AzuriteFixture azurite) => FormApp.StartAsync(azurite, plan: Plan());

    private static Plan Plan()
    {
        var plan = new TestPlan()
            .Activity(34, target: 1)
            .Activity(35, target: 1)
            .Activity(36, "DTEG", target: 1)
            .Build();
        return plan with
        {
            Header = plan.Header with { Name = "Plan de trabajo", Kind = PlanKind.WorkPlan },
            WorkPlan = new WorkPlan(
                null,
                [Product(1, "Norma del protocolo", "OGRH", "DTEG"), Product(2, "Informe anual", "OGRH")],
                [
                    new Delivery(new ActivityNumber(34), 1),
                    new Delivery(new ActivityNumber(35), 2),
                    new Delivery(new ActivityNumber(36), 1),
                ]
            ),
        };
    }

    private static Product Product(int number, string title, params string[] bodies) =>
        new(
            number,
            "Objetivo 1",
            $"Actividad {number}",
            title,
            ProductOwners.Named,
            [.. bodies.Select(body => new UnitCode(body))],
            [TestPlan.Second],
            title
        );
}
