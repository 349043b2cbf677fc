using Avance.Functions.Evidence;
using Avance.Functions.Evidence.Fingerprints;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Findings;

/// <summary>
/// Examines a claim and stores its findings. A message is only a hint: a claim that has not changed since its last
/// examination is skipped, and a run that died half-way is repeated with the same result. First the index gets what the
/// claim cites, then neighbouring claims are asked for, then the findings are stored with the fingerprint of the
/// inputs, and last the audit is written: its entries are stored with the findings, so that of two runs at once only
/// the one whose findings were stored writes them.
/// </summary>
public sealed partial class ClaimExaminer(
    PlanCache plans,
    ProgressTable progress,
    EvidenceTable evidence,
    FactBlobs facts,
    ClaimMatches matches,
    FindingsTable findings,
    ExaminationQueue queue,
    AuditTable audit,
    TimeProvider clock,
    ILogger<ClaimExaminer> logger
)
{
    /// <summary>The actor in the audit for changes that no person made.</summary>
    private const string System = "avance";

    // A report cited for a dozen activities makes all of them ask for each other, and any of these may be a conflict.
    private const int MaxConflicts = 50;

    /// <returns>False if nothing was left to do.</returns>
    public async Task<bool> ExamineAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        var conflicts = 0;
        var notified = new HashSet<(string Fingerprint, ClaimAddress Neighbour)>();
        var tooLarge = new HashSet<FindingId>();
        while (conflicts < MaxConflicts)
        {
            if (await LoadAsync(address, cancellationToken) is not { } inputs)
            {
                return false;
            }

            var before = await findings.FindExaminationAsync(address, cancellationToken);
            if (before is { PendingAudit.Count: > 0 })
            {
                // A run has died before writing the audit, or is writing it now.
                before = await WriteAuditAsync(address, before, cancellationToken);
                if (before is null)
                {
                    conflicts++;
                    continue;
                }
            }

            var now = clock.GetUtcNow();
            var waits = inputs.Files.Any(file => file.IsAwaited(now));
            if (waits || before?.Fingerprint == inputs.Fingerprint)
            {
                return false;
            }

            var raised = await RaiseFindingsAsync(inputs, now, cancellationToken);
            var stored = await findings.ListAsync(address, cancellationToken).ToListAsync(cancellationToken);
            var changes = FindingChanges.Between(stored, raised, now).Without(tooLarge);
            // Once per fingerprint: claims that ask for each other again at each attempt would never finish.
            var toNotify = changes.Neighbours.Where(neighbour => notified.Add((inputs.Fingerprint, neighbour)));
            await NotifyNeighboursAsync(address, toNotify, cancellationToken);
            var batch = FindingsTable.FirstBatch(changes);
            var isLastBatch = batch.Count == changes.Count;
            Examination? examination;
            try
            {
                examination = await findings.TryWriteAsync(
                    address,
                    batch,
                    isLastBatch && tooLarge.Count == 0 ? inputs.Fingerprint : "",
                    AuditEntriesOf(address, batch, now),
                    before,
                    cancellationToken,
                    // The secretariat sees the failure, and the sweep asks again.
                    tooLarge.Count == 0
                        ? null
                        : FailedAt(inputs.Fingerprint, before, now)
                );
            }
            catch (FindingTooLargeException error) when (tooLarge.Add(error.Finding))
            {
                // The other findings are stored without it.
                Log.TooLarge(logger, error, address.Plan, error.Finding);
                continue;
            }

            if (examination is null)
            {
                conflicts++;
                continue;
            }

            await WriteAuditAsync(address, examination, cancellationToken);
            Log.Examined(
                logger,
                address.Plan,
                address.Period,
                address.Activity,
                raised.Count,
                batch.Added.Count,
                batch.Changed.Count
            );
            if (isLastBatch)
            {
                return true;
            }
        }

        throw new InvalidOperationException($"{address}: others changed the findings {MaxConflicts} times.");
    }

    /// <summary>What the findings of a claim are made of; null if its plan cannot be read, or has no such claim.</summary>
    internal async Task<ClaimInputs?> LoadAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        if (!(await plans.GetAsync(address.Plan, cancellationToken)).Succeeded(out var plan, out _))
        {
            // Gone, or being imported: the sweep comes back to it.
            return null;
        }

        // At once: an examination is mostly waiting for the storage.
        var sent = progress
            .SentAsync(address.Plan, address.Period.Year, cancellationToken)
            .ToListAsync(cancellationToken)
            .AsTask();
        var files = evidence.ListAsync(address, cancellationToken).ToListAsync(cancellationToken).AsTask();
        await Task.WhenAll(sent, files);
        return ClaimInputs.Of(plan, address, await sent, await files, clock.GetUtcNow());
    }

    private async Task<IReadOnlyList<Finding>> RaiseFindingsAsync(
        ClaimInputs inputs,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var address = inputs.Address;
        var versions = await progress.VersionsAsync(address, cancellationToken);
        var sent = versions
            .Where(version => version.State is ProgressState.Submitted or ProgressState.Resubmitted)
            .Select(version => version.Content)
            .ToList();
        var claim = inputs.IsExamined ? sent.LastOrDefault() : null;
        var cited = claim is null ? [] : ClaimFingerprints.Of(address.Period, address.Activity, claim);
        var indexed = await matches.StoreCitedAsync(address, cited, cancellationToken);
        if (!inputs.IsExamined)
        {
            return [];
        }

        // Before the submission all uploaded files count; afterwards those that were sent.
        var latest = versions.Count == 0 ? null : versions[^1];
        var given = inputs
            .Files.Where(file =>
                ProgressRules.CheckEditable(latest?.State) is null || latest!.Evidence.Any(entry => entry.Id == file.Id)
            )
            .ToList();
        var files = new List<ExaminedFile>();
        var fingerprints = cited.ToList();
        foreach (var file in given.Where(file => !file.IsPending))
        {
            var read = await facts.ReadAsync(address, file.Id, cancellationToken);
            files.Add(
                new ExaminedFile(file.Id, file.Name, file.Sha256, file.State, read?.Documents ?? []) { At = file.At }
            );
            fingerprints.AddRange(DocumentFingerprints.OfFile(file, read));
        }

        var examined = new ExaminedClaim(
            inputs.Activity,
            inputs.Goals,
            inputs.Period,
            inputs.EndsYear,
            inputs.IsOverdue,
            claim,
            inputs.Sent.Select(goal => goal.Counted).OfType<ReportedGoal>().ToValueList(),
            files.ToValueList(),
            given.TrueForAll(file => !file.IsPending),
            await matches.FindAsync(address, fingerprints, indexed, cancellationToken)
        )
        {
            Indicator = inputs.Indicator,
        };
        return
        [
            .. FindingRules
                .Examine(examined)
                .Select(item => Finding.Raise(examined.Address, item.Rule, item.Finding, now)),
        ];
    }

    /// <summary>
    /// Asks for the claims that share a document with this one to be examined again. The index already holds this
    /// claim's documents, so they will be found.
    /// </summary>
    private async Task NotifyNeighboursAsync(
        ProgressAddress address,
        IEnumerable<ClaimAddress> neighbours,
        CancellationToken cancellationToken
    )
    {
        foreach (var neighbour in neighbours)
        {
            var other = address with { Period = neighbour.Period, Activity = neighbour.Activity };
            if (other != address)
            {
                await findings.ClearFingerprintAsync(other, cancellationToken);
                await queue.EnqueueAsync(other, cancellationToken);
            }
        }
    }

    private static FailedExamination FailedAt(string fingerprint, Examination? before, DateTimeOffset now) =>
        before?.Failed is { } failed && failed.Fingerprint == fingerprint
            ? failed
            : new FailedExamination(fingerprint, now);

    private static ValueList<AuditEntry> AuditEntriesOf(
        ProgressAddress address,
        FindingChanges changes,
        DateTimeOffset now
    ) =>
        changes
            .Findings.Select(finding =>
            {
                var action = finding.IsRaised ? "raiseFinding" : "withdrawFinding";
                var id = finding.Id.ToString();
                return new AuditEntry(address.Plan, $"{action}|{id}", now, System, action, id);
            })
            .ToValueList();

    /// <summary>Writes the pending audit entries of an examination. Writing them twice changes nothing.</summary>
    /// <returns>The examination as it is stored then; null if another run has changed it since.</returns>
    private async Task<Examination?> WriteAuditAsync(
        ProgressAddress address,
        Examination examination,
        CancellationToken cancellationToken
    )
    {
        if (examination.PendingAudit.Count == 0)
        {
            return examination;
        }

        await audit.AddAsync(examination.PendingAudit, cancellationToken);
        return await findings.TryClearPendingAuditAsync(address, examination, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "{Plan} {Period} activity {Activity}: {Raised} findings, {Added} new, {Changed} changed."
        )]
        public static partial void Examined(
            ILogger logger,
            PlanId plan,
            Period period,
            ActivityNumber activity,
            int raised,
            int added,
            int changed
        );

        [LoggerMessage(2, LogLevel.Error, "{Plan}: the storage does not take the finding {Finding}.")]
        public static partial void TooLarge(ILogger logger, Exception error, PlanId plan, FindingId finding);
    }
}
