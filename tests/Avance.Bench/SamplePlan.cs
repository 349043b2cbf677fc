using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Azure.Data.Tables;

namespace Avance.Bench;

/// <summary>The plan that is measured: 65 activities with a goal each, 14 units, two open semesters.</summary>
internal static class SamplePlan
{
    public const int Activities = 65;
    private const int Year = 2023;
    private static readonly DateTimeOffset Opened = new(2023, 6, 1, 5, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Due = new(2098, 1, 1, 5, 0, 0, TimeSpan.Zero);
    private static readonly string[] UnitNames = [.. Enumerable.Range(1, 14).Select(number => $"UNIDAD-{number:D2}")];

    public static Period[] Periods { get; } = [new(Year, 1), new(Year, 2)];

    public static PlanId Id(int number) => new($"plan-{number:D4}");

    public static UnitCode UnitOf(int activity) => new(UnitNames[activity % UnitNames.Length]);

    public static Plan Create(PlanId id) =>
        new(
            id,
            new PlanHeader(
                "Plan de actividades para la igualdad de género",
                "MINISTERIO",
                "CSIG",
                "Resolución Ministerial N° 200-2021",
                Year,
                Year,
                new PlanSettings()
            ),
            [.. UnitNames.Select(name => new Unit(new UnitCode(name), $"Oficina general {name}", [], UnitKind.Office))],
            [.. Enumerable.Range(1, Activities).Select(Activity)],
            [
                .. Enumerable
                    .Range(1, Activities)
                    .Select(number => new Goal(new ActivityNumber(number), Year, 100, GoalMeasure.Count)),
            ],
            [.. Periods.Select(period => new ReportingPeriod(period, Opened, Due, Due))]
        );

    /// <summary>The first import of the plan, as the audit would have it.</summary>
    public static AuditEntry Import(PlanId id) => new(id, "bench", Opened, "bench", "import");

    /// <summary>The rows of the table <c>progress</c> that the reports read: each goal as last sent.</summary>
    public static IEnumerable<TableEntity> Progress(PlanId id) =>
        from period in Periods
        from number in Enumerable.Range(1, Activities)
        select ProgressRows.FromCurrent(id, Sent(new ActivityNumber(number), period), Year);

    private static Activity Activity(int number) =>
        new(
            new ActivityNumber(number),
            $"Capacitar al personal en igualdad de género y prevención del hostigamiento sexual, etapa {number}",
            UnitOf(number),
            "",
            [],
            "Número de personas capacitadas",
            "Informe y lista de asistencia desagregada por sexo"
        );

    private static ActivityProgress Sent(ActivityNumber activity, Period period)
    {
        // Between 25 and 75: no two activities need be alike.
        var executed = 25m + (activity.Value * 7 % 50) + 0.25m;
        return new ActivityProgress(
            activity,
            period,
            1,
            ProgressState.Submitted,
            new ProgressContent(
                [new GoalEntry(Year, Outcome.Reported, executed)],
                "Se realizaron talleres con el personal de la sede central y de las oficinas desconcentradas.",
                ["Informe N° D000123-2023-MIMP-OGRH"],
                [],
                "",
                "",
                ""
            ),
            "",
            false,
            "bench",
            Opened,
            [new ReportedGoal(activity, Year, period, Outcome.Reported, executed)]
        );
    }
}
