using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>The figures of the plan, and its units by their compliance.</summary>
internal static class SummaryChapter
{
    private const string Words = "report-summary";

    /// <summary>Units by rank; those without a percent last.</summary>
    public static IEnumerable<ReportUnitRow> Ranked(Report report) =>
        report
            .Units.OrderBy(unit => unit.Rank == 0)
            .ThenBy(unit => unit.Rank)
            .ThenBy(unit => unit.Unit, StringComparer.Ordinal);

    public static IEnumerable<ReportSection> Compose(ReportSources sources) =>
        [
            new ReportSection(
                "summary",
                Messages.Text($"{Words}.Heading"),
                1,
                [.. ReportParts.Written(sources, "summary"), Totals(sources.Latest.Plan), Ranking(sources)]
            ),
        ];

    private static TableBlock Totals(ReportPlanRow plan) =>
        new(
            Messages.Text($"{Words}.Totals"),
            [new(Messages.Text($"{Words}.Figure"), 4), new(Messages.Text($"{Words}.Value"), 1, IsNumber: true)],
            [
                Total("Programmed", ReportFigures.Number(plan.Programmed)),
                Total("FullyExecuted", ReportFigures.Number(plan.FullyExecuted)),
                Total("BelowFullExecution", ReportFigures.Number(plan.BelowFullExecution)),
                Total(
                    "ExecutionLevel",
                    plan.Programmed == 0 ? ReportFigures.None : ReportFigures.Percent(plan.ExecutionLevelShown)
                ),
                Total("TrafficLight", ReportFigures.Light(plan.TrafficLight)),
                Total("Units", ReportFigures.Number(plan.Units)),
            ]
        );

    private static ReportTableRow Total(string figure, string value) =>
        ReportParts.Row(Messages.Text($"{Words}.{figure}"), value);

    private static ReportBlock Ranking(ReportSources sources)
    {
        var isCapped = sources.Plan.Header.Settings.CapPercents;
        return ReportParts.TableOr(
            Messages.Text($"{Words}.NoUnits"),
            Messages.Text($"{Words}.Ranking"),
            [
                new(Messages.Text($"{Words}.Rank"), 19, IsNumber: true),
                new(Messages.Text($"{Words}.Unit"), 23),
                new(Messages.Text($"{Words}.Name"), 52),
                new(Messages.Text($"{Words}.Compliance"), 32, IsNumber: true),
                .. isCapped ? [new(Messages.Text($"{Words}.Capped"), 20, IsNumber: true)] : Array.Empty<TableColumn>(),
                new(Messages.Text($"{Words}.TrafficLight"), 27),
                new(Messages.Text($"{Words}.UnitProgrammed"), 32, IsNumber: true),
                new(Messages.Text($"{Words}.UnitFullyExecuted"), 22, IsNumber: true),
            ],
            Ranked(sources.Latest).Select(unit => Row(unit, isCapped))
        );
    }

    private static ReportTableRow Row(ReportUnitRow unit, bool isCapped) =>
        ReportParts.Row([
            unit.Rank == 0 ? ReportFigures.None : ReportFigures.Number(unit.Rank),
            unit.Unit,
            unit.UnitName,
            ReportFigures.Compliance(unit),
            .. isCapped ? [Capped(unit)] : Array.Empty<string>(),
            ReportFigures.Light(unit.TrafficLight),
            ReportFigures.Number(unit.Programmed),
            ReportFigures.Number(unit.FullyExecuted),
        ]);

    /// <summary>The one percent that has no column as it is shown: it is rounded as all others are.</summary>
    private static string Capped(ReportUnitRow unit) =>
        unit.GoalsInMean == 0
            ? ReportFigures.None
            : ReportFigures.Percent((double)ComplianceRules.Shown((decimal)unit.CappedCompliance));
}
