using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Reports.Texts;
using Avance.Functions.Reports.Workbooks;

namespace Avance.Functions.Reports.Exports;

/// <summary>Reads compiled reports back, as their runs kept them.</summary>
public sealed class ExportSourceReader(
    PlanCache plans,
    ReportTables tables,
    ReportSnapshots snapshots,
    ReportTextReader texts
)
{
    /// <returns>An error if the plan or the period's report does not exist.</returns>
    /// <exception cref="CompilationBusyException">A run is replacing one of the reports: try again later.</exception>
    public async Task<Result<ExportSources>> ReadAsync(
        PlanId planId,
        Period period,
        ExportScope scope,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetAsync(planId, cancellationToken)).Succeeded(out var plan, out var error))
        {
            return error;
        }

        var periods = new List<WorkbookPeriod>();
        foreach (var one in Covered(plan, period, scope))
        {
            if (await ReadAsync(planId, one, cancellationToken) is { } found)
            {
                periods.Add(found);
            }
        }

        return periods is [.., { Report: var latest }] && latest.Period == period
            ? new ExportSources(
                plan,
                new WorkbookSources(planId, [.. periods], await DimensionsAsync(plan, cancellationToken)),
                await TextsAsync(plan, latest, cancellationToken)
            )
            : Error.NotFound("report-unknown", $"{planId}, {period}");
    }

    private async Task<IReadOnlyDictionary<string, string>> TextsAsync(
        Plan plan,
        Report report,
        CancellationToken cancellationToken
    )
    {
        var read = await texts.ReadAsync(plan, TextFigures.Of(report), cancellationToken);
        return read.Merge().ToDictionary(text => text.Section.ToString(), text => text.Text, StringComparer.Ordinal);
    }

    private static IEnumerable<Period> Covered(Plan plan, Period period, ExportScope scope) =>
        plan
            .ReportedPeriods.Select(one => one.Id)
            .Where(one =>
                one == period || (scope == ExportScope.Year && one.Year == period.Year && one.CompareTo(period) < 0)
            )
            .Order();

    private async Task<WorkbookPeriod?> ReadAsync(PlanId plan, Period period, CancellationToken cancellationToken)
    {
        var run = await tables.Runs.FindAsync(new ReportScope(plan, period), "run", cancellationToken);
        if (run is null)
        {
            return null;
        }

        return run.Row.Complete
            ? new WorkbookPeriod(
                await snapshots.ReadAsync(run.Row.Snapshot, cancellationToken),
                run.RunId,
                run.Row.FinishedAt
            )
            : throw new CompilationBusyException(plan);
    }

    private async Task<ReportDimensions> DimensionsAsync(Plan plan, CancellationToken cancellationToken)
    {
        var scope = new ReportScope(plan.Id);
        var body = scope with { Body = ReportKeys.OfBody(plan.Header.Body) };
        return new ReportDimensions(
            await tables.PlanDimension.ReadAsync(scope, cancellationToken),
            await tables.BodyDimension.ReadAsync(body, cancellationToken),
            await tables.UnitDimension.ReadAsync(scope, cancellationToken),
            await tables.PeriodDimension.ReadAsync(scope, cancellationToken),
            await tables.ActivityDimension.ReadAsync(scope, cancellationToken)
        );
    }
}
