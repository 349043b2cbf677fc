using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Evidence;

/// <summary>Returns files and their facts to callers who may see the activity.</summary>
public sealed class EvidenceQueries(
    ReportedActivityReader activities,
    EvidenceTable table,
    EvidenceBlobs blobs,
    FactBlobs facts,
    EvidenceAudit audit
)
{
    /// <summary>A file with its content, which the caller disposes of.</summary>
    public async Task<Result<EvidenceContent>> OpenAsync(
        ProgressAddress address,
        string id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await activities.FindAsync(address, caller, cancellationToken)).Succeeded(out _, out var error))
        {
            return error;
        }

        if (
            !EvidenceId.TryParse(id, null, out var evidence)
            || await table.FindAsync(address, evidence, cancellationToken) is not { } file
        )
        {
            return Error.NotFound("evidence-unknown", address.Activity, address.Period);
        }

        // Before the blob is opened, so that a failure leaves no open connection.
        await audit.ViewedAsync(address, evidence, caller, cancellationToken);
        return await blobs.OpenAsync(address, evidence, cancellationToken) is { } content
            ? new EvidenceContent(file, content)
            : Error.NotFound("evidence-unknown", address.Activity, address.Period);
    }

    /// <summary>The facts of a file, as JSON.</summary>
    public async Task<Result<BinaryData>> FactsAsync(
        ProgressAddress address,
        string id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await activities.FindAsync(address, caller, cancellationToken)).Succeeded(out _, out var error))
        {
            return error;
        }

        if (
            !EvidenceId.TryParse(id, null, out var evidence)
            || await table.FindAsync(address, evidence, cancellationToken) is null
            || await facts.FindAsync(address, evidence, cancellationToken) is not { } found
        )
        {
            return Error.NotFound("facts-unknown", address.Activity, address.Period);
        }

        await audit.FactsViewedAsync(address, evidence, caller, cancellationToken);
        return found;
    }
}
