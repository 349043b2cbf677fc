using Avance.Functions.Access;
using Avance.Functions.Evidence;
using Avance.Functions.Evidence.Proofs;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Findings;

/// <summary>
/// Examines a claim and keeps its findings. A message is a hint: what has been examined as it is now is left alone, and
/// a run that died half-way is repeated with the same result. First the index says what the claim cites, then the
/// neighbours are asked, then the audit knows, and the findings come last with the stamp of what was looked at.
/// </summary>
public sealed partial class ClaimCheck(
    PlanCache plans,
    ProgressTable progress,
    EvidenceTable evidence,
    FactBlobs facts,
    ProofIndex index,
    FindingsTable findings,
    CheckQueue queue,
    AuditTable audit,
    TimeProvider clock,
    ILogger<ClaimCheck> logger
)
{
    /// <summary>The audit's name for what no person did.</summary>
    private const string System = "avance";

    // While files of an upload are read one after another, each asks: the last one is soon enough.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // What more proofs share is a form.
    private const int MostOfAKey = 50;
    private const int MostTries = 10;

    /// <returns>False if nothing was left to do.</returns>
    public async Task<bool> CheckAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            if (await LoadAsync(address, cancellationToken) is not { } inputs)
            {
                return false;
            }

            var now = clock.GetUtcNow();
            var (stamp, etag) = await findings.FindStampAsync(address, cancellationToken);
            var waits = inputs.Files.Any(file => file.IsPending && file.At > now - Patience);
            if (waits || stamp == inputs.Stamp)
            {
                return false;
            }

            var raised = await ExamineAsync(inputs, now, cancellationToken);
            var stored = await findings.ListAsync(address, cancellationToken).ToListAsync(cancellationToken);
            var changes = FindingChanges.Between(stored, raised, now);
            await TellAsync(address, changes, now, cancellationToken);
            if (await findings.TryWriteAsync(address, changes, inputs.Stamp, etag, cancellationToken))
            {
                Log.Checked(
                    logger,
                    address.Plan,
                    address.Period,
                    address.Activity,
                    raised.Count,
                    changes.Added.Count,
                    changes.Changed.Count
                );
                return true;
            }
        }

        throw new InvalidOperationException($"{address}: others changed the findings {MostTries} times.");
    }

    private async Task<ClaimInputs?> LoadAsync(ProgressAddress address, CancellationToken cancellationToken)
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
            [.. sent.SelectMany(CitedBy).DistinctBy(proof => (proof.Place, proof.Number))],
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
        var proofs = cited.ToList();
        foreach (var file in given.Where(file => !file.IsPending))
        {
            var read = await facts.ReadAsync(address, file.Id, cancellationToken);
            files.Add(new ExaminedFile(file.Id, file.Name, file.Sha256, file.State, read?.Documents ?? []));
            proofs.AddRange(ProofList.OfFile(file, read));
        }

        var keys = proofs.SelectMany(proof => proof.Keys);
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
            Coincidences.Between(proofs, candidates)
        );
        return
        [
            .. FindingRules
                .Examine(examined)
                .Select(item => Finding.Raise(examined.Address, item.Rule, item.Finding, now)),
        ];

        ValueList<Proof> CitedBy(ProgressContent? content) =>
            content is null ? [] : ProofList.OfClaim(address.Period, address.Activity, content);
    }

    /// <summary>Tells the claims that share something with this one, and the audit.</summary>
    private async Task TellAsync(
        ProgressAddress address,
        FindingChanges changes,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        foreach (var neighbour in changes.Neighbours)
        {
            var other = address with { Period = neighbour.Period, Activity = neighbour.Activity };
            if (other != address)
            {
                await findings.ClearStampAsync(other, cancellationToken);
                await queue.AskAsync(other, cancellationToken);
            }
        }

        foreach (var finding in changes.Added.Concat(changes.Changed.Select(item => item.Finding)))
        {
            var action = finding.IsRaised ? "raiseFinding" : "withdrawFinding";
            await audit.AddAsync(
                new AuditEntry(address.Plan, $"{action}|{finding.Id}", now, System, action, finding.Id.ToString()),
                cancellationToken
            );
        }
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
    }
}
