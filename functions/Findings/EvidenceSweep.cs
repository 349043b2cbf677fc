using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
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
        await IsolatedBatch.ForEachAsync(
            plans.ListIdsAsync(cancellationToken),
            PlansAtOnce,
            async (plan, token) => Interlocked.Add(ref asked, await SweepAsync(plan, token)),
            (plan, error) => Log.NotSwept(logger, error, plan),
            cancellationToken
        );
        Log.Swept(logger, asked);
        return asked;
    }

    private async Task<int> SweepAsync(PlanId id, CancellationToken cancellationToken)
    {
        if (!(await cache.GetAsync(id, cancellationToken)).Succeeded(out var plan, out _))
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        var asked = 0;
        foreach (var period in plan.ReportedPeriods.Where(period => IsSwept(period, now)))
        {
            asked += await SweepAsync(plan, period, now, cancellationToken);
        }

        return asked;
    }

    private static bool IsSwept(ReportingPeriod period, DateTimeOffset now) =>
        now >= period.Opens && now < period.Closes + AfterClosing;

    private async Task<int> SweepAsync(
        Plan plan,
        ReportingPeriod period,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var files = await evidence.ListAsync(plan.Id, period.Id, cancellationToken).ToListAsync(cancellationToken);
        var lost = await LostAsync(plan.Id, period.Id, files, now, cancellationToken);
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

    private async Task<IReadOnlyList<(ProgressAddress Address, EvidenceId Id)>> LostAsync(
        PlanId plan,
        Period period,
        List<StoredEvidence> files,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var lost = files
            .Where(file => file.IsPending && (file.ReadingSince ?? file.At) < now - LostAfter)
            .Select(file => (file.Address, file.Id))
            .ToList();
        var known = files.Select(file => (file.Address, file.Id)).ToHashSet();
        await foreach (var (address, id, at) in blobs.ListAsync(plan, period, cancellationToken))
        {
            if (!known.Contains((address, id)) && at < now - LostAfter)
            {
                lost.Add((address, id));
            }
        }

        return lost;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The sweep asked for {Asked} files and claims.")]
        public static partial void Swept(ILogger logger, int asked);

        [LoggerMessage(2, LogLevel.Error, "The evidence of {Plan} could not be swept.")]
        public static partial void NotSwept(ILogger logger, Exception error, PlanId plan);
    }
}
