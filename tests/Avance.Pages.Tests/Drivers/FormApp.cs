using System.Text.Json;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;

namespace Avance.Pages.Tests.Drivers;

/// <summary>The real app with its triggers running, and a plan as small as a unit's share of one.</summary>
public static class FormApp
{
    public static Plan Plan() =>
        With(new TestPlan().Activity(34, target: 100, carriedOver: 70).Activity(35).Activity(37, "DTEG"));

    public static async Task<AppDriver> StartAsync(
        AzuriteFixture azurite,
        DateTimeOffset? now = null,
        Plan? plan = null
    )
    {
        var app = await AppDriver.StartAsync(azurite.NewAccount(), now, listens: true);
        await app.AddAsync(plan ?? Plan());
        return app;
    }

    /// <summary>The secretariat amends the plan.</summary>
    public static async Task AmendAsync(AppDriver app, Amendment amendment) =>
        (
            await app.Secretariat()
                .PostAsync(
                    $"{AppDriver.Plan()}/amendments",
                    null,
                    JsonSerializer.Serialize(amendment.Valid(), Json.Options)
                )
        ).ShouldBeOk();

    private static Plan With(TestPlan builder)
    {
        var plan = builder.Build();
        return plan with
        {
            Header = plan.Header with
            {
                Name = "Plan Sectorial de Igualdad de Género 2022-2023 del Ministerio de la Mujer",
            },
            Units = plan
                .Units.Select(unit =>
                    unit with
                    {
                        Name = unit.Code.ToString() == "OGRH" ? "Oficina General de Recursos Humanos" : unit.Name,
                    }
                )
                .ToValueList(),
            Activities = plan
                .Activities.Select(activity =>
                    activity.Number.ToString() == "34"
                        ? activity with
                        {
                            Title =
                                "Capacitar a servidoras y servidores en prevención del hostigamiento sexual laboral",
                            UnitOfMeasure = "Número de servidores/as capacitados/as",
                            EvidenceRequirement = "Informe de capacitación y lista de asistencia desagregada por sexo",
                        }
                        : activity
                )
                .ToValueList(),
        };
    }
}
