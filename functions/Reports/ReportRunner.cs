using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Tables;
using Azure;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Reports;

/// <summary>
/// Compiles the reports of a plan: every period that has opened. What has not changed is not written. A run first
/// takes a lease of the plan, so that a run that dies half-way is noticed by the next one, which then writes everything anew.
/// </summary>
public sealed partial class ReportRunner(
    PlansTable plans,
    ProgressTable progress,
    ReportTables tables,
    ReportSnapshots snapshots,
    CompilationTable compilations,
    BusinessCalendar calendar,
    TimeProvider clock,
    ILogger<ReportRunner> logger
)
{
    /// <summary>
    /// How long a run may go without renewing its lease: longer than writing one period takes, shorter than the queue's
    /// five tries at 30 seconds, so that a repeated message takes over from a run that died.
    /// </summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    // A run stops before its lease ends, so that a request under way can end too, and clocks may differ a little.
    private static readonly TimeSpan LeaseMargin = TimeSpan.FromSeconds(20);

    /// <returns>How many rows were written; 0 if nothing had changed. An error if there is no such plan.</returns>
    /// <exception cref="CompilationBusyException">Another run is at work on the plan: try again later.</exception>
    public async Task<Result<CompilationOutcome>> RunAsync(
        PlanId planId,
        string runId,
        CancellationToken cancellationToken
    )
    {
        var started = clock.GetUtcNow();
        var (before, read) = await compilations.FindAsync(planId, cancellationToken);
        if (before is { Running: true } && before.LeasedUntil > started)
        {
            throw new CompilationBusyException(planId);
        }

        var leased = new Compilation(runId, true, started + LeaseTime, started, started, 0, 0);
        var lease = new RunLease(leased, await WriteLeaseAsync(planId, leased, read, cancellationToken));
        try
        {
            return await CompileAsync(planId, lease, before, cancellationToken);
        }
        catch (Exception error)
            when (error is not CompilationBusyException && !cancellationToken.IsCancellationRequested)
        {
            await RecordFailureAsync(planId, lease, error);
            throw;
        }
    }

    private async Task<Result<CompilationOutcome>> CompileAsync(
        PlanId planId,
        RunLease lease,
        Compilation? before,
        CancellationToken cancellationToken
    )
    {
        var (runId, started) = (lease.Compilation.RunId, lease.Compilation.StartedAt);

        // Read after taking the lease, so that no run overwrites newer figures with older ones.
        var stored = await plans.FindAsync(planId, cancellationToken);
        if (stored is null)
        {
            var released = lease.Compilation with { Running = before?.Running ?? false, LeasedUntil = started };
            await WriteLeaseAsync(planId, released, lease.ETag, cancellationToken);
            return Error.NotFound("plan-not-found", planId);
        }

        var plan = stored.Plan;
        using var leased = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = new CancellationTokenSource(LeaseTime - LeaseMargin, clock);
        await using var lapse = timer.Token.Register(leased.Cancel);
        // Every run takes the lease before it writes: if there was no lease, no rows can exist to compare or delete.
        var isFirst = before is null;
        var written = 0;
        var unchanged = 0;
        foreach (var year in Opened(plan, started).GroupBy(period => period.Id.Year))
        {
            var sent = await ReadAsync(planId, year.Key, leased.Token);
            foreach (var period in year)
            {
                var report = ReportCompiler.Compile(plan, period.Id, sent);
                var json = report.ToJson();
                var checksum = Report.ChecksumOf(json);
                var scope = new ReportScope(planId, period.Id);
                var last = isFirst ? null : await tables.Runs.FindAsync(scope, "run", leased.Token);
                if (
                    before is not { Running: true }
                    && last?.Row.Checksum == checksum
                    && await IsCompleteAsync(planId, report, last, leased.Token)
                )
                {
                    unchanged++;
                    continue;
                }

                if (lease.Compilation.LeasedUntil - clock.GetUtcNow() < LeaseTime / 2)
                {
                    lease.Compilation = lease.Compilation with { LeasedUntil = clock.GetUtcNow() + LeaseTime };
                    lease.ETag = await WriteLeaseAsync(planId, lease.Compilation, lease.ETag, leased.Token);
                    timer.CancelAfter(LeaseTime - LeaseMargin);
                }

                await WriteAsync(plan, report, json, checksum, runId, started, last, isFirst, leased.Token);
                written += report.Rows;
            }
        }

        var done = lease.Compilation with
        {
            Running = false,
            RowsWritten = written,
            Revision = stored.Revision,
            DueAt = DueCompilationRules.NextAfter(plan, started, calendar),
        };
        await WriteLeaseAsync(planId, done, lease.ETag, cancellationToken);
        Log.Compiled(logger, planId, runId, written, unchanged);
        return new CompilationOutcome(written, unchanged);
    }

    /// <summary>
    /// Records that the run has failed, if it still has the lease. The lease stays until it runs out, since a request
    /// of the run may still be under way. If this cannot be written either, <see cref="FailedCompilationRecorder"/>
    /// records it.
    /// </summary>
    private async Task RecordFailureAsync(PlanId plan, RunLease lease, Exception error)
    {
        Log.Failed(logger, error, plan, lease.Compilation.RunId);
        try
        {
            var failed = lease.Compilation with { FailedAt = clock.GetUtcNow() };
            await compilations.TryWriteAsync(plan, failed, lease.ETag, CancellationToken.None);
        }
        catch (Exception also)
        {
            // The first error is the one to throw.
            Log.NotRecorded(logger, also, plan);
        }
    }

    /// <summary>
    /// True if the rows are those that the run recorded. A run that lost its lease during a slow request may have
    /// written old rows over newer ones afterwards: nothing can prevent it, so the next run checks.
    /// </summary>
    private async Task<bool> IsCompleteAsync(
        PlanId plan,
        Report report,
        StoredRow<ReportRunRow> run,
        CancellationToken cancellationToken
    )
    {
        return run.Row.Complete
            && await IsCompleteAsync(tables.Activities, report.Activities.Count)
            && await IsCompleteAsync(tables.Goals, report.Goals.Count)
            && await IsCompleteAsync(tables.Units, report.Units.Count)
            && await IsCompleteAsync(tables.Plans, 1);

        Task<bool> IsCompleteAsync<TRow>(ReportTable<TRow> table, int rows)
            where TRow : class, IReportRow =>
            table.IsCompleteAsync(new ReportScope(plan, report.Period), run.RunId, rows, cancellationToken);
    }

    private static IEnumerable<ReportingPeriod> Opened(Plan plan, DateTimeOffset now) =>
        plan.ReportedPeriods.Where(period => period.StateAt(now) != PeriodState.NotOpen);

    private async Task<List<SentGoal>> ReadAsync(PlanId plan, int year, CancellationToken cancellationToken)
    {
        var sent = new List<SentGoal>();
        await foreach (var goal in progress.SentAsync(plan, year, cancellationToken))
        {
            sent.Add(goal);
        }

        return sent;
    }

    private async Task WriteAsync(
        Plan plan,
        Report report,
        byte[] json,
        string checksum,
        string runId,
        DateTimeOffset started,
        StoredRow<ReportRunRow>? last,
        bool isFirst,
        CancellationToken cancellationToken
    )
    {
        var scope = new ReportScope(plan.Id, report.Period);
        var mark = last is null ? null : await WriteRunAsync(last.Row with { Complete = false }, last.RunId, last.ETag);
        var snapshot = await snapshots.SaveAsync(plan.Id, report.Period, json, runId, cancellationToken);
        var computed = clock.GetUtcNow();
        await ReplaceAsync(tables.Activities, report.Activities);
        await ReplaceAsync(tables.Goals, report.Goals);
        await ReplaceAsync(tables.Units, report.Units);
        await ReplaceAsync(tables.Plans, [report.Plan]);

        // Last: it says that the others are whole. It fails if another run has taken over.
        var run = new ReportRunRow(true, report.Rows, checksum, started, clock.GetUtcNow(), snapshot);
        await WriteRunAsync(run, runId, mark);

        Task ReplaceAsync<TRow>(ReportTable<TRow> table, IReadOnlyList<TRow> rows)
            where TRow : class, IReportRow =>
            table.ReplaceAsync(scope, rows, runId, computed, !isFirst, cancellationToken);

        async Task<ETag?> WriteRunAsync(ReportRunRow row, string by, ETag? read) =>
            await tables.Runs.TryWriteAsync(scope, row, by, clock.GetUtcNow(), read, cancellationToken)
            ?? throw new CompilationBusyException(plan.Id);
    }

    private async Task<ETag> WriteLeaseAsync(
        PlanId plan,
        Compilation compilation,
        ETag? read,
        CancellationToken cancellationToken
    ) =>
        await compilations.TryWriteAsync(plan, compilation, read, cancellationToken)
        ?? throw new CompilationBusyException(plan);

    /// <summary>The lease of a run as it was last written.</summary>
    private sealed class RunLease(Compilation compilation, ETag etag)
    {
        public Compilation Compilation { get; set; } = compilation;

        public ETag ETag { get; set; } = etag;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Reports of {Plan}, run {RunId}: {Rows} rows written, {Unchanged} periods unchanged."
        )]
        public static partial void Compiled(ILogger logger, PlanId plan, string runId, int rows, int unchanged);

        [LoggerMessage(2, LogLevel.Error, "Reports of {Plan}, run {RunId}: failed.")]
        public static partial void Failed(ILogger logger, Exception error, PlanId plan, string runId);

        [LoggerMessage(3, LogLevel.Error, "That the reports of {Plan} failed could not be recorded.")]
        public static partial void NotRecorded(ILogger logger, Exception error, PlanId plan);
    }
}
