using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Tables;
using Azure;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Reports;

/// <summary>
/// Compiles the reports of a plan: every period that has opened. What has not changed is not written. A run first
/// claims the plan, so that a run that dies half-way is noticed by the next one, which then writes everything anew.
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
    /// How long a run may go without renewing its claim: longer than writing one period takes, shorter than the queue's
    /// five tries at 30 seconds, so that a repeated message takes over from a run that died.
    /// </summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <returns>How many rows were written; 0 if nothing had changed. Refused if there is no such plan, or it is just being imported.</returns>
    /// <exception cref="CompilationBusyException">Another run is at work on the plan: try again later.</exception>
    public async Task<Result<CompilationOutcome>> RunAsync(
        PlanId planId,
        string runId,
        CancellationToken cancellationToken
    )
    {
        var started = clock.GetUtcNow();
        var (before, read) = await compilations.FindAsync(planId, cancellationToken);
        if (before is { Running: true } && before.ClaimedUntil > started)
        {
            throw new CompilationBusyException(planId);
        }

        var claim = new Compilation(runId, true, started + Claim, started, started, 0);
        var etag = await HoldAsync(planId, claim, read, cancellationToken);

        // After claiming, so that no run can start later and end earlier with what was true before.
        var stored = await plans.FindAsync(planId, cancellationToken);
        if (stored is null or { IsImporting: true })
        {
            var released = claim with { Running = before?.Running ?? false, ClaimedUntil = started };
            await HoldAsync(planId, released, etag, cancellationToken);
            return stored is null ? Refusal.NotFound("plan-not-found", planId) : PlanRefusals.Importing();
        }

        var plan = stored.Plan;
        var written = 0;
        var unchanged = 0;
        foreach (var year in Opened(plan, started).GroupBy(period => period.Id.Year))
        {
            var sent = await ReadAsync(planId, year.Key, cancellationToken);
            foreach (var period in year)
            {
                var report = ReportCompiler.Compile(plan, period.Id, sent);
                var last = await tables.Runs.FindAsync(planId, period.Id, "run", cancellationToken);
                var json = report.ToJson();
                var checksum = Report.ChecksumOf(json);
                if (before is not { Running: true } && last?.Checksum == checksum)
                {
                    unchanged++;
                    continue;
                }

                if (claim.ClaimedUntil - clock.GetUtcNow() < Claim / 2)
                {
                    claim = claim with { ClaimedUntil = clock.GetUtcNow() + Claim };
                    etag = await HoldAsync(planId, claim, etag, cancellationToken);
                }

                var mayHoldOthers = last is not null || before is not null;
                await WriteAsync(plan, report, json, checksum, runId, started, mayHoldOthers, cancellationToken);
                written += report.Rows;
            }
        }

        var done = claim with
        {
            Running = false,
            RowsWritten = written,
            DueAt = DueCompilations.NextAfter(plan, started, calendar),
        };
        await HoldAsync(planId, done, etag, cancellationToken);
        Log.Compiled(logger, planId, runId, written, unchanged);
        return new CompilationOutcome(written, unchanged);
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
        bool mayHoldOthers,
        CancellationToken cancellationToken
    )
    {
        var snapshot = await snapshots.KeepAsync(plan.Id, report.Period, json, runId, cancellationToken);
        var computed = clock.GetUtcNow();
        await ReplaceAsync(tables.Activities, report.Activities);
        await ReplaceAsync(tables.Goals, report.Goals);
        await ReplaceAsync(tables.Units, report.Units);
        await ReplaceAsync(tables.Plans, [report.Plan]);

        // Last: it says that the others are whole.
        await ReplaceAsync(
            tables.Runs,
            [new ReportRunRow(report.Rows, checksum, started, clock.GetUtcNow(), snapshot)]
        );

        Task ReplaceAsync<TRow>(ReportTable<TRow> table, IReadOnlyList<TRow> rows)
            where TRow : class, IReportRow =>
            table.ReplaceAsync(plan.Id, report.Period, rows, runId, computed, mayHoldOthers, cancellationToken);
    }

    private async Task<ETag> HoldAsync(
        PlanId plan,
        Compilation compilation,
        ETag? read,
        CancellationToken cancellationToken
    ) =>
        await compilations.TryWriteAsync(plan, compilation, read, cancellationToken)
        ?? throw new CompilationBusyException(plan);

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Reports of {Plan}, run {RunId}: {Rows} rows written, {Unchanged} periods unchanged."
        )]
        public static partial void Compiled(ILogger logger, PlanId plan, string runId, int rows, int unchanged);
    }
}
