using Avance.Functions.Reports.Composition;

namespace Avance.Functions.Tests.Builders;

/// <summary>The sample plan's annual report with all that a secretariat adds to it.</summary>
public static class SampleReport
{
    /// <summary>The year before, from its own report: 44 of 54.</summary>
    private const string Source2022 = "Informe anual 2022 del CSIG-MIMP";

    public static ReportBuilder Builder()
    {
        var builder = ReportBuilder.Sample();
        foreach (var activity in builder.Latest.Activities.Where(row => row.Activity % 11 != 0))
        {
            builder.Evaluation(
                activity.Activity,
                $"La unidad {activity.Unit} informó sobre la actividad y adjuntó los documentos que se citan. "
                    + "La Secretaría Técnica revisó lo presentado y lo comparó con la meta programada y con el medio de "
                    + "evidencia que pide el plan.",
                activity.Activity switch
                {
                    3 => ["El informe no tiene número en el SGD."],
                    34 =>
                    [
                        "Se trata de asistencia técnica, no de capacitación.",
                        "La lista no está separada por sexo.",
                    ],
                    _ => [],
                }
            );
        }

        foreach (var activity in builder.Latest.Activities.Where(row => row.Activity % 9 == 0))
        {
            builder
                .Factor(
                    activity.Activity,
                    "Problem",
                    "Unit",
                    "Rotación del personal que estaba a cargo de la actividad."
                )
                .Factor(
                    activity.Activity,
                    "ImprovementAction",
                    "Secretariat",
                    "Designar a dos personas por actividad y revisar el avance cada mes."
                );
        }

        AddFindings(builder);
        AddYears(builder);
        AddTexts(builder);
        return builder;
    }

    private static void AddFindings(ReportBuilder builder)
    {
        foreach (var activity in builder.Latest.Activities.Where(row => row.Activity % 5 == 0))
        {
            builder
                .Recommendation(
                    activity.Activity,
                    "INFORME TÉCNICO N° D000019-2023",
                    "Registrar los informes en el SGD, de modo que tengan número, antes de presentarlos como evidencia."
                )
                .Finding(
                    activity.Activity,
                    "El documento no tiene número",
                    "En «Informe de la campaña.pdf» no se encontró el número que da el SGD."
                )
                .Evidence(activity.Activity, "Lista de asistencia del taller.xlsx")
                .Evidence(
                    activity.Activity,
                    "Informe de la campaña.pdf",
                    "INFORME N° D000019-2023-MIMP-DPIGND",
                    "Training"
                );
        }

        builder.Activity(5, row => row with { Links = "https://www.gob.pe/mimp?a=1&b=2\nhttps://example.org/informe" });
    }

    private static void AddYears(ReportBuilder builder)
    {
        var plan = builder.Latest.Plan;
        builder
            .Year(2022, 81.5, 54, 44, source: Source2022)
            .Year(2023, plan.ExecutionLevelShown, plan.Programmed, plan.FullyExecuted);
        foreach (var unit in builder.Latest.Units.Where(unit => unit.Rank % 2 == 1).OrderBy(unit => unit.Rank))
        {
            builder
                .Year(2022, 120 - (unit.Rank * 3), unit: unit.Unit, source: Source2022)
                .Year(2023, unit.ComplianceShown, unit: unit.Unit);
        }

        foreach (var activity in new[] { 3, 5, 34 })
        {
            builder
                .Year(2022, 90 + activity, activity: activity, source: Source2022)
                .Year(
                    2023,
                    builder.Latest.Goals.Last(goal => goal.Activity == activity).PercentShown,
                    activity: activity
                );
        }
    }

    private static void AddTexts(ReportBuilder builder)
    {
        builder
            .Text(
                "presentation",
                "El presente informe da cuenta del avance del Plan Sectorial Bienal de Igualdad de Género 2022-2023.\n\n"
                    + "Se elaboró con lo que reportaron las unidades responsables y con los documentos que adjuntaron."
            )
            .Text(
                "legal-basis",
                "Ley N° 28983, Ley de igualdad de oportunidades entre mujeres y hombres.\n\nRM N° 296-2017-MIMP."
            )
            .Text(
                "summary",
                "De las 65 actividades programadas, 46 se ejecutaron al 100 % o más y 19 quedaron por debajo."
            )
            .Text("conclusions", "El nivel de ejecución del plan fue de 70.8 %.\n\nTres unidades superaron el 100 %.");
        foreach (var unit in builder.Latest.Units)
        {
            builder.Text(
                $"unit-summary-{unit.Unit}",
                $"La unidad alcanzó un cumplimiento de {unit.ComplianceShown} % y ejecutó {unit.FullyExecuted} de "
                    + $"{unit.Programmed} actividades al 100 % o más."
            );
        }
    }

    public static ReportDocument Document() => Builder().Compose();
}
