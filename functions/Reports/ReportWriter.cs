using Avance.Functions.Reports.Rows;
using Avance.Functions.Reports.Tables;
using Azure;

namespace Avance.Functions.Reports;

/// <summary>Writes reports and dimensions to the tables that Power BI reads, and says whether they are as they were written.</summary>
public sealed class ReportWriter(ReportTables tables, ReportSnapshots snapshots, TimeProvider clock)
{
    private const string RunKey = "run";

    /// <summary>The run that last wrote a report; null if none did.</summary>
    public Task<StoredRow<ReportRunRow>?> FindRunAsync(ReportScope scope, CancellationToken cancellationToken) =>
        tables.Runs.FindAsync(scope, RunKey, cancellationToken);

    /// <summary>
    /// True if the rows are those that the run recorded. A run that lost its lease during a slow request may have
    /// written old rows over newer ones afterwards: nothing can prevent it, so the next run checks.
    /// </summary>
    public async Task<bool> IsCompleteAsync(
        ReportSnapshot snapshot,
        StoredRow<ReportRunRow> run,
        CancellationToken cancellationToken
    )
    {
        if (!run.Row.Complete)
        {
            return false;
        }

        var (scope, report) = (snapshot.Scope, snapshot.Report);
        var complete = await Task.WhenAll(
            IsCompleteAsync(tables.Activities, report.Activities),
            IsCompleteAsync(tables.Goals, report.Goals),
            IsCompleteAsync(tables.Units, report.Units),
            IsCompleteAsync(tables.Plans, [report.Plan]),
            IsCompleteAsync(tables.Evidence, report.Evidence),
            IsCompleteAsync(tables.Findings, report.Findings),
            IsCompleteAsync(tables.Factors, report.Factors),
            IsCompleteAsync(tables.Recommendations, report.Recommendations),
            IsCompleteAsync(tables.Reminders, report.Reminders),
            IsCompleteAsync(tables.History, report.History),
            IsCompleteAsync(tables.Indicators, report.Indicators),
            IsCompleteAsync(tables.Objectives, report.Objectives),
            IsCompleteAsync(tables.Services, report.Services),
            IsCompleteAsync(tables.Deliveries, report.Deliveries),
            IsCompleteAsync(tables.Achievements, report.Achievements)
        );
        return complete.All(one => one);

        Task<bool> IsCompleteAsync<TRow>(ReportTable<TRow> table, IReadOnlyList<TRow> rows)
            where TRow : class, IReportRow => table.IsCompleteAsync(scope, run.RunId, rows.Count, cancellationToken);
    }

    /// <summary>The same of a plan's dimensions.</summary>
    public async Task<bool> IsCompleteAsync(
        PlanId plan,
        Dimensions dimensions,
        string runId,
        CancellationToken cancellationToken
    )
    {
        var scope = new ReportScope(plan);
        var complete = await Task.WhenAll(
            tables.PlanDimension.IsCompleteAsync(scope, runId, 1, cancellationToken),
            tables.UnitDimension.IsCompleteAsync(scope, runId, dimensions.Units.Count, cancellationToken),
            tables.PeriodDimension.IsCompleteAsync(scope, runId, dimensions.Periods.Count, cancellationToken),
            tables.ActivityDimension.IsCompleteAsync(scope, runId, dimensions.Activities.Count, cancellationToken)
        );
        return complete.All(one => one)
            && await tables.BodyDimension.FindAsync(BodyScope(plan, dimensions), "", cancellationToken) is { } body
            && IsSame(body.Row, dimensions.Body);
    }

    /// <summary>Replaces a report: marked incomplete first, and whole again with the last write.</summary>
    /// <param name="last">The run that wrote the one before; null if there is none.</param>
    /// <param name="isFirst">True only if nothing was ever written of the plan.</param>
    /// <exception cref="CompilationBusyException">Another run has taken over.</exception>
    public async Task WriteAsync(
        ReportSnapshot snapshot,
        string runId,
        DateTimeOffset started,
        StoredRow<ReportRunRow>? last,
        bool isFirst,
        CancellationToken cancellationToken
    )
    {
        var (scope, report) = (snapshot.Scope, snapshot.Report);
        var mark = last is null ? null : await WriteRunAsync(last.Row with { Complete = false }, last.RunId, last.ETag);
        var computed = clock.GetUtcNow();
        var blob = await snapshots.SaveAsync(
            scope.Plan,
            report.Period,
            snapshot.Json,
            runId,
            computed,
            cancellationToken
        );
        await ReplaceAsync(tables.Activities, report.Activities);
        await ReplaceAsync(tables.Goals, report.Goals);
        await ReplaceAsync(tables.Units, report.Units);
        await ReplaceAsync(tables.Evidence, report.Evidence);
        await ReplaceAsync(tables.Findings, report.Findings);
        await ReplaceAsync(tables.Factors, report.Factors);
        await ReplaceAsync(tables.Recommendations, report.Recommendations);
        await ReplaceAsync(tables.Reminders, report.Reminders);
        await ReplaceAsync(tables.History, report.History);
        await ReplaceAsync(tables.Indicators, report.Indicators);
        await ReplaceAsync(tables.Objectives, report.Objectives);
        await ReplaceAsync(tables.Services, report.Services);
        await ReplaceAsync(tables.Deliveries, report.Deliveries);
        await ReplaceAsync(tables.Achievements, report.Achievements);
        await ReplaceAsync(tables.Plans, [report.Plan]);

        // Last: it says that the others are whole. It fails if another run has taken over.
        var run = new ReportRunRow(true, report.Rows, snapshot.Checksum, started, clock.GetUtcNow(), blob);
        await WriteRunAsync(run, runId, mark);

        Task ReplaceAsync<TRow>(ReportTable<TRow> table, IReadOnlyList<TRow> rows)
            where TRow : class, IReportRow =>
            table.ReplaceAsync(scope, rows, runId, computed, !isFirst, cancellationToken);

        async Task<ETag?> WriteRunAsync(ReportRunRow row, string by, ETag? read) =>
            await tables.Runs.TryWriteAsync(scope, row, by, clock.GetUtcNow(), read, cancellationToken)
            ?? throw new CompilationBusyException(scope.Plan);
    }

    /// <summary>
    /// Replaces a plan's dimensions. The row of a body belongs to all its plans: it is written only where it is missing,
    /// and deleted once the last plan that named it names another.
    /// </summary>
    /// <param name="isFirst">True only if nothing was ever written of the plan.</param>
    public async Task WriteAsync(
        PlanId plan,
        Dimensions dimensions,
        string runId,
        bool isFirst,
        CancellationToken cancellationToken
    )
    {
        var scope = new ReportScope(plan);
        var computed = clock.GetUtcNow();
        await WriteBodyAsync(plan, dimensions, runId, isFirst, cancellationToken);
        await ReplaceAsync(tables.PlanDimension, [dimensions.Plan]);
        await ReplaceAsync(tables.UnitDimension, dimensions.Units);
        await ReplaceAsync(tables.PeriodDimension, dimensions.Periods);
        await ReplaceAsync(tables.ActivityDimension, dimensions.Activities);

        Task ReplaceAsync<TRow>(ReportTable<TRow> table, IReadOnlyList<TRow> rows)
            where TRow : class, IReportRow =>
            table.ReplaceAsync(scope, rows, runId, computed, !isFirst, cancellationToken);
    }

    private async Task WriteBodyAsync(
        PlanId plan,
        Dimensions dimensions,
        string runId,
        bool isFirst,
        CancellationToken cancellationToken
    )
    {
        var before = isFirst
            ? null
            : await tables.PlanDimension.FindAsync(new ReportScope(plan), "", cancellationToken);
        if (before is not null && before.Row.BodyKey != dimensions.Plan.BodyKey)
        {
            var others = await tables.PlanDimension.CountAsync(
                nameof(DimPlanRow.BodyKey),
                before.Row.BodyKey,
                cancellationToken
            );
            if (others == 1)
            {
                var old = new ReportScope(plan, Body: before.Row.BodyKey);
                await tables.BodyDimension.ReplaceAsync(old, [], runId, clock.GetUtcNow(), true, cancellationToken);
            }
        }

        var scope = BodyScope(plan, dimensions);
        if (
            await tables.BodyDimension.FindAsync(scope, "", cancellationToken) is not { } stored
            || !IsSame(stored.Row, dimensions.Body)
        )
        {
            await tables.BodyDimension.ReplaceAsync(
                scope,
                [dimensions.Body],
                runId,
                clock.GetUtcNow(),
                mayHoldOthers: false,
                cancellationToken
            );
        }
    }

    /// <summary>Plans that write their body with other capitals share its row, and leave it as it is.</summary>
    private static bool IsSame(DimBodyRow stored, DimBodyRow wanted) =>
        stored.Body.Equals(wanted.Body, StringComparison.OrdinalIgnoreCase);

    private static ReportScope BodyScope(PlanId plan, Dimensions dimensions) =>
        new(plan, Body: dimensions.Plan.BodyKey);
}
