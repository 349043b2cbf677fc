using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Evidence;

/// <summary>Answers questions about uploaded files, to those who may see the activity.</summary>
public sealed class EvidenceQueries(
    PlanCache plans,
    EvidenceTable table,
    EvidenceBlobs blobs,
    FactBlobs facts,
    EvidenceAudit audit
)
{
    /// <summary>The files of an activity in a period, the first one first.</summary>
    public async Task<Result<ValueList<StoredEvidence>>> ListAsync(
        ProgressAddress address,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (await RefuseAsync(address, caller, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var files = await table.ListAsync(address, cancellationToken).ToListAsync(cancellationToken);
        return files.OrderBy(file => file.At).ThenBy(file => file.Name, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>A file with its content, which the caller disposes of.</summary>
    public async Task<Result<EvidenceContent>> OpenAsync(
        ProgressAddress address,
        string id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (await RefuseAsync(address, caller, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (
            !EvidenceId.TryParse(id, null, out var evidence)
            || await table.FindAsync(address, evidence, cancellationToken) is not { } file
            || await blobs.OpenAsync(address, evidence, cancellationToken) is not { } content
        )
        {
            return Refusal.NotFound("evidence-unknown", address.Activity, address.Period);
        }

        await audit.ViewedAsync(address, evidence, caller, cancellationToken);
        return new EvidenceContent(file, content);
    }

    /// <summary>What was read of a file, as JSON.</summary>
    public async Task<Result<BinaryData>> FactsAsync(
        ProgressAddress address,
        string id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (await RefuseAsync(address, caller, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (
            !EvidenceId.TryParse(id, null, out var evidence)
            || await table.FindAsync(address, evidence, cancellationToken) is null
            || await facts.FindAsync(address, evidence, cancellationToken) is not { } found
        )
        {
            return Refusal.NotFound("facts-unknown", address.Activity, address.Period);
        }

        await audit.FactsViewedAsync(address, evidence, caller, cancellationToken);
        return found;
    }

    private async Task<Refusal?> RefuseAsync(
        ProgressAddress address,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetAsync(address.Plan, cancellationToken)).Succeeded(out var plan, out var refusal))
        {
            return refusal;
        }

        return
            plan.FindActivity(address.Activity) is { } activity
            && caller.MayReadProgressOf(address.Plan, activity.ResponsibleUnit)
            ? null
            : Refusal.NotFound("activity-unknown", address.Activity, address.Plan);
    }
}
