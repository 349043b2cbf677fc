using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reports.National;
using Avance.Functions.Reports.Rows;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Telemetry;
using Azure;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Reports;

/// <summary>
/// Compiles the reports of a plan: every period that has opened. What has not changed is not written. A run first
/// takes a lease of the plan, so that a run that dies half-way is noticed by the next one, which then writes everything anew.
/// </summary>
public sealed partial class ReportRunner(
    PlansTable plans,
    PlanCache cache,
    ReportInputReader reader,
    ReportWriter writer,
    CompilationTable compilations,
    ConsolidationTable consolidation,
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

        var plan = (await cache.ResolveAsync(stored, cancellationToken)).Plan;
        using var leased = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = new CancellationTokenSource(LeaseTime - LeaseMargin, clock);
        await using var lapse = timer.Token.Register(leased.Cancel);
        // Every run takes the lease before it writes: if there was no lease, no rows can exist to compare or delete.
        var isFirst = before is null;
        var dimensions = await WriteDimensionsAsync(plan, lease, before, leased.Token);
        var (written, unchanged) = (dimensions.Rows, 0);
        var common = await reader.ReadAsync(plan, started, leased.Token);
        foreach (var period in common.Periods)
        {
            if (lease.Compilation.LeasedUntil - clock.GetUtcNow() < LeaseTime / 2)
            {
                lease.Compilation = lease.Compilation with { LeasedUntil = clock.GetUtcNow() + LeaseTime };
                lease.ETag = await WriteLeaseAsync(planId, lease.Compilation, lease.ETag, leased.Token);
                timer.CancelAfter(LeaseTime - LeaseMargin);
            }

            var inputs = await reader.ReadAsync(common, period.Id, leased.Token);
            var report = ReportCompiler.Compile(plan, period.Id, inputs);
            var snapshot = new ReportSnapshot(new ReportScope(planId, period.Id), report);
            var last = isFirst ? null : await writer.FindRunAsync(snapshot.Scope, leased.Token);
            if (
                before is not { Running: true }
                && last?.Row.Checksum == snapshot.Checksum
                && await writer.IsCompleteAsync(snapshot, last, leased.Token)
            )
            {
                unchanged++;
                continue;
            }

            await writer.WriteAsync(snapshot, runId, started, last, isFirst, leased.Token);
            written += report.Rows;
            CompiledTraces.Note(planId, inputs, before is { Running: false } ? before.StartedAt : null);
        }

        if (written > 0)
        {
            // After the rows: a consolidation that finds the mark finds them too. If the run dies before the mark, the next one
            // writes the rows again and marks the plan.
            await consolidation.MarkAsync(planId, leased.Token);
        }

        var done = lease.Compilation with
        {
            Running = false,
            RowsWritten = written,
            Revision = stored.Revision,
            DueAt = DueCompilationRules.NextAfter(plan, started, calendar),
            Dimensions = dimensions.Written,
        };
        await WriteLeaseAsync(planId, done, lease.ETag, cancellationToken);
        AppMetrics.CountCompilation();
        Traces.Tag(SpanTags.Rows, written);
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

    /// <returns>What is written of the dimensions, and how many rows this run wrote of them.</returns>
    private async Task<(WrittenDimensions Written, int Rows)> WriteDimensionsAsync(
        Plan plan,
        RunLease lease,
        Compilation? before,
        CancellationToken cancellationToken
    )
    {
        var dimensions = Dimensions.Of(plan, calendar);
        var checksum = dimensions.ToChecksum();
        if (
            before is { Running: false, Dimensions: { } last }
            && last.Checksum == checksum
            && await writer.IsCompleteAsync(plan.Id, dimensions, last.RunId, cancellationToken)
        )
        {
            return (last, 0);
        }

        var runId = lease.Compilation.RunId;
        await writer.WriteAsync(plan.Id, dimensions, runId, before is null, cancellationToken);
        return (new WrittenDimensions(checksum, runId), dimensions.Rows);
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
