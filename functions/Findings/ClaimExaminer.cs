using Avance.Functions.Evidence;
using Avance.Functions.Evidence.Fingerprints;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Findings;

/// <summary>
/// Examines a claim and keeps its findings. A message is a hint: what has been examined as it is now is left alone, and
/// a run that died half-way is repeated with the same result. First the index says what the claim cites, then the
/// neighbours are asked, then the findings are kept with the fingerprint of what was looked at, and last the audit is told:
/// what it is told is kept with the findings, so that of two runs at once only the one whose findings count tells it.
/// </summary>
public sealed partial class ClaimExaminer(
    PlanCache plans,
    ProgressTable progress,
    EvidenceTable evidence,
    FactBlobs facts,
    FingerprintIndex index,
    FindingsTable findings,
    ExaminationQueue queue,
    AuditTable audit,
    TimeProvider clock,
    ILogger<ClaimExaminer> logger
)
{
    /// <summary>The audit's name for what no person did.</summary>
    private const string System = "avance";

    // What more proofs share is a form.
    private const int MostOfAKey = 50;

    // A report that is cited for a dozen activities has each of them told by all others.
    private const int MostConflicts = 50;

    /// <returns>False if nothing was left to do.</returns>
    public async Task<bool> CheckAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        var conflicts = 0;
        var told = new HashSet<(string Fingerprint, ClaimAddress Neighbour)>();
        var unkept = new HashSet<FindingId>();
        while (conflicts < MostConflicts)
        {
            if (await LoadAsync(address, cancellationToken) is not { } inputs)
            {
                return false;
            }

            var before = await findings.FindExaminationAsync(address, cancellationToken);
            if (before is { PendingAudit.Count: > 0 })
            {
                // A run has died since, or is at it now.
                before = await TellAuditAsync(address, before, cancellationToken);
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

            var raised = await ExamineAsync(inputs, now, cancellationToken);
            var stored = await findings.ListAsync(address, cancellationToken).ToListAsync(cancellationToken);
            var changes = FindingChanges.Between(stored, raised, now).Without(unkept);
            // Once: claims that told each other again at each try would never come to an end.
            var pendingAudit = changes.Neighbours.Where(neighbour => told.Add((inputs.Fingerprint, neighbour)));
            await TellNeighboursAsync(address, pendingAudit, cancellationToken);
            var some = FindingsTable.Fitting(changes);
            var isAll = some.Count == changes.Count;
            Examination? examination;
            try
            {
                examination = await findings.TryWriteAsync(
                    address,
                    some,
                    isAll && unkept.Count == 0 ? inputs.Fingerprint : "",
                    Told(address, some, now),
                    before,
                    cancellationToken,
                    // The secretariat is told, and the sweep comes back to it.
                    unkept.Count == 0
                        ? null
                        : FailedAt(inputs.Fingerprint, before, now)
                );
            }
            catch (FindingNotKeptException error) when (unkept.Add(error.Finding))
            {
                // The others are kept.
                Log.NotKept(logger, error, address.Plan, error.Finding);
                continue;
            }

            if (examination is null)
            {
                conflicts++;
                continue;
            }

            await TellAuditAsync(address, examination, cancellationToken);
            Log.Checked(
                logger,
                address.Plan,
                address.Period,
                address.Activity,
                raised.Count,
                some.Added.Count,
                some.Changed.Count
            );
            if (isAll)
            {
                return true;
            }
        }

        throw new InvalidOperationException($"{address}: others changed the findings {MostConflicts} times.");
    }

    /// <summary>What the findings of a claim are made of; null if its plan cannot be read, or has no such claim.</summary>
    internal async Task<ClaimInputs?> LoadAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        if (!(await plans.GetAsync(address.Plan, cancellationToken)).Succeeded(out var plan, out _))
        {
            // Gone, or being imported: the sweep comes back to it.
            return null;
        }

        var sent = progress.SentAsync(address.Plan, address.Period.Year, cancellationToken);
        var files = evidence.ListAsync(address, cancellationToken);
        return ClaimInputs.Of(
            plan,
            address,
            await sent.ToListAsync(cancellationToken),
            await files.ToListAsync(cancellationToken),
            clock.GetUtcNow()
        );
    }

    private async Task<IReadOnlyList<Finding>> ExamineAsync(
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
        var cited = CitedBy(claim);
        await index.ReplaceAsync(
            address.Plan,
            cited,
            [.. sent.SelectMany(CitedBy).DistinctBy(fingerprint => (fingerprint.Place, fingerprint.Number))],
            cancellationToken
        );
        if (!inputs.IsExamined)
        {
            return [];
        }

        // Until it is sent all counts that is uploaded; then what was sent does.
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

        var keys = fingerprints.SelectMany(fingerprint => fingerprint.Keys);
        var candidates = await index.FindAsync(address.Plan, keys, MostOfAKey, cancellationToken);
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
            EvidenceMatches.Between(fingerprints, candidates)
        );
        return
        [
            .. FindingRules
                .Examine(examined)
                .Select(item => Finding.Raise(examined.Address, item.Rule, item.Finding, now)),
        ];

        ValueList<DocumentFingerprint> CitedBy(ProgressContent? content) =>
            content is null ? [] : ClaimFingerprints.Of(address.Period, address.Activity, content);
    }

    /// <summary>
    /// Tells the claims that share something with this one. The index knows what this one gives as proof: whenever they
    /// are examined from here on, they find it.
    /// </summary>
    private async Task TellNeighboursAsync(
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

    private static ValueList<AuditEntry> Told(ProgressAddress address, FindingChanges changes, DateTimeOffset now) =>
        changes
            .Findings.Select(finding =>
            {
                var action = finding.IsRaised ? "raiseFinding" : "withdrawFinding";
                var id = finding.Id.ToString();
                return new AuditEntry(address.Plan, $"{action}|{id}", now, System, action, id);
            })
            .ToValueList();

    /// <summary>Tells the audit what an examination changed. Telling it twice changes nothing.</summary>
    /// <returns>The examination as it is kept then; null if somebody else has changed it since.</returns>
    private async Task<Examination?> TellAuditAsync(
        ProgressAddress address,
        Examination examination,
        CancellationToken cancellationToken
    )
    {
        if (examination.PendingAudit.Count == 0)
        {
            return examination;
        }

        foreach (var entry in examination.PendingAudit)
        {
            await audit.AddAsync(entry, cancellationToken);
        }

        return await findings.TryClearPendingAuditAsync(address, examination, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "{Plan} {Period} activity {Activity}: {Raised} findings, {Added} new, {Changed} changed."
        )]
        public static partial void Checked(
            ILogger logger,
            PlanId plan,
            Period period,
            ActivityNumber activity,
            int raised,
            int added,
            int changed
        );

        [LoggerMessage(2, LogLevel.Error, "{Plan}: the storage does not take the finding {Finding}.")]
        public static partial void NotKept(ILogger logger, Exception error, PlanId plan, FindingId finding);
    }
}
