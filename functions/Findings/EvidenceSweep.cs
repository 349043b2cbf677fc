using System.Collections.Concurrent;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Findings;

/// <summary>
/// Finds what no event announced, or what a crash left: files that were stored and are not read, claims that have changed
/// since they were examined, periods that fell due. It only sends messages; their handlers look at the tables again.
/// </summary>
public sealed partial class EvidenceSweep(
    PlansTable plans,
    PlanCache cache,
    ProgressTable progress,
    EvidenceTable evidence,
    EvidenceBlobs blobs,
    FindingsTable findings,
    EvidenceQueue readings,
    ExaminationQueue examinations,
    TimeProvider clock,
    ILogger<EvidenceSweep> logger
)
{
    /// <summary>How long a file may be on its way before it counts as lost.</summary>
    public static readonly TimeSpan LostAfter = TimeSpan.FromMinutes(15);

    // A closed period may still be reviewed, and its secretariat may ask for evidence to be read again.
    private static readonly TimeSpan AfterClosing = TimeSpan.FromDays(30);

    private const int PlansAtOnce = 4;

    /// <returns>How many files and claims were asked for.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var asked = 0;
        var failed = 0;
        var unread = new ConcurrentBag<DateTimeOffset>();
        await IsolatedBatch.ForEachAsync(
            plans.ListIdsAsync(cancellationToken),
            PlansAtOnce,
            async (plan, token) => Interlocked.Add(ref asked, await SweepAsync(plan, unread, token)),
            (plan, error) =>
            {
                Interlocked.Increment(ref failed);
                Log.NotSwept(logger, error, plan);
            },
            cancellationToken
        );
        if (failed == 0)
        {
            var now = clock.GetUtcNow();
            AppMetrics.MeasureUnreadEvidence(now - unread.DefaultIfEmpty(now).Min());
        }

        Log.Swept(logger, asked);
        return asked;
    }

    /// <param name="unread">Gets when files arrived that are not completely read, at least the oldest one of each period.</param>
    private async Task<int> SweepAsync(
        PlanId id,
        ConcurrentBag<DateTimeOffset> unread,
        CancellationToken cancellationToken
    )
    {
        if (!(await cache.GetAsync(id, cancellationToken)).Succeeded(out var plan, out _))
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        var asked = 0;
        foreach (var period in plan.ReportedPeriods.Where(period => IsSwept(period, now)))
        {
            asked += await SweepAsync(plan, period, unread, now, cancellationToken);
        }

        return asked;
    }

    private static bool IsSwept(ReportingPeriod period, DateTimeOffset now) =>
        now >= period.Opens && now < period.Closes + AfterClosing;

    private async Task<int> SweepAsync(
        Plan plan,
        ReportingPeriod period,
        ConcurrentBag<DateTimeOffset> unread,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var files = await evidence.ListAsync(plan.Id, period.Id, cancellationToken).ToListAsync(cancellationToken);
        var orphans = await OrphansAsync(plan.Id, period.Id, files, cancellationToken);
        var pending = files.Where(file => file.IsPending).ToList();
        foreach (var at in pending.Select(file => file.At).Concat(orphans.Select(orphan => orphan.At)).Order().Take(1))
        {
            unread.Add(at);
        }

        var lost = pending
            .Where(file => (file.ReadingSince ?? file.At) < now - LostAfter)
            .Select(file => (file.Address, file.Id))
            .Concat(orphans.Where(one => one.At < now - LostAfter).Select(one => (one.Address, one.Id)))
            .ToList();
        foreach (var (address, id) in lost)
        {
            await readings.EnqueueAsync(address, id, again: false, cancellationToken);
        }

        var sent = await progress.SentAsync(plan.Id, period.Id.Year, cancellationToken).ToListAsync(cancellationToken);
        var fingerprints = await findings.FingerprintsAsync(plan.Id, period.Id, cancellationToken);
        var sentOf = sent.ToLookup(goal => goal.Activity);
        var filesOf = files.ToLookup(file => file.Address.Activity);
        var changed = plan
            .Activities.Select(activity => new ProgressAddress(plan.Id, period.Id, activity.Number))
            .Where(address =>
                ClaimInputs.Of(plan, address, sentOf[address.Activity], filesOf[address.Activity], now) is { } inputs
                && fingerprints.GetValueOrDefault(address.Activity) is var fingerprint
                && fingerprint != inputs.Fingerprint
                && (fingerprint is not null || inputs.IsExamined)
            )
            .ToList();
        foreach (var address in changed)
        {
            await examinations.EnqueueAsync(address, cancellationToken);
        }

        return lost.Count + changed.Count;
    }

    /// <summary>The stored files that no row tells of.</summary>
    private async Task<IReadOnlyList<(ProgressAddress Address, EvidenceId Id, DateTimeOffset At)>> OrphansAsync(
        PlanId plan,
        Period period,
        List<StoredEvidence> files,
        CancellationToken cancellationToken
    )
    {
        var known = files.Select(file => (file.Address, file.Id)).ToHashSet();
        return await blobs
            .ListAsync(plan, period, cancellationToken)
            .Where(blob => !known.Contains((blob.Address, blob.Id)))
            .ToListAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The sweep asked for {Asked} files and claims.")]
        public static partial void Swept(ILogger logger, int asked);

        [LoggerMessage(2, LogLevel.Error, "The evidence of {Plan} could not be swept.")]
        public static partial void NotSwept(ILogger logger, Exception error, PlanId plan);
    }
}
