using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Storage;

namespace Avance.Bench;

/// <summary>The plan that is measured: 65 activities with a goal each, 14 units, two open semesters, unless said otherwise.</summary>
internal static class SamplePlan
{
    public const int Activities = 65;

    /// <summary>Sentences of an evaluation of 20,000 characters.</summary>
    public const int LongEvaluation = 132;
    private const int Units = 14;
    private const int Year = 2023;
    private const string Sentence =
        "La unidad informó sobre la actividad y adjuntó los documentos que se citan; la Secretaría Técnica los comparó con "
        + "la meta y con el medio de evidencia. ";
    private static readonly DateTimeOffset Opened = new(2023, 6, 1, 5, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Due = new(2098, 1, 1, 5, 0, 0, TimeSpan.Zero);

    public static Period[] Periods { get; } = [new(Year, 1), new(Year, 2)];

    public static PlanId Id(int number) => new($"plan-{number:D4}");

    /// <summary>A claim of any plan, in the second semester.</summary>
    public static ProgressAddress Claim(PlanId plan, int activity) =>
        new(plan, Periods[1], new ActivityNumber(activity));

    /// <summary>The path of a claim of any plan.</summary>
    public static string PathOf(ProgressAddress claim) =>
        $"/api/plans/{claim.Plan}/periods/{claim.Period}/activities/{claim.Activity}";

    /// <summary>The unit of a claim, as a caller.</summary>
    public static string ReporterOf(ProgressAddress claim, int units = Units) =>
        $"unit-reporter {claim.Plan} {UnitOf(claim.Activity.Value, units)}";

    public static UnitCode UnitOf(int activity, int units = Units) => new($"UNIDAD-{activity % units:D3}");

    public static Plan Create(PlanId id, int units = Units, int activities = Activities) =>
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
            [.. Enumerable.Range(0, units).Select(number => UnitOf(number, units)).Select(Unit)],
            [.. Enumerable.Range(1, activities).Select(number => Activity(number, UnitOf(number, units)))],
            [
                .. Enumerable
                    .Range(1, activities)
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

    /// <summary>What the secretariat wrote of a claim.</summary>
    /// <param name="repeats">How often its sentence stands there.</param>
    public static Evaluation Evaluation(int repeats) =>
        new(
            string.Concat(Enumerable.Repeat(Sentence, repeats)).Trim(),
            ["El informe no tiene número en el SGD."],
            [new EvaluationFactor(FactorKind.ImprovementAction, "Registrar los informes en el SGD.")],
            1,
            "bench",
            Opened
        );

    private static Unit Unit(UnitCode code) => new(code, $"Oficina general {code}", [], UnitKind.Office);

    private static Activity Activity(int number, UnitCode unit) =>
        new(
            new ActivityNumber(number),
            $"Capacitar al personal en igualdad de género y prevención del hostigamiento sexual, etapa {number}",
            unit,
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
