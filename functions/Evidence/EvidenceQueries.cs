using Avance.Functions.Findings;
using Avance.Functions.Http;
using Avance.Functions.Pages.Work;
using Avance.Functions.Plans;

namespace Avance.Functions.Evidence;

/// <summary>Answers questions about uploaded files, to those who may see the activity.</summary>
public sealed class EvidenceQueries(
    ReportedActivities activities,
    EvidenceTable table,
    EvidenceBlobs blobs,
    FactBlobs facts,
    FindingsTable findings,
    EvidenceAudit audit
)
{
    private const int AtOnce = 8;

    /// <summary>The files of an activity in a period, the first one first; without those that were withdrawn.</summary>
    public async Task<Result<ValueList<EvidenceItem>>> ListAsync(
        ProgressAddress address,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await activities.FindAsync(address, caller, cancellationToken)).Succeeded(out _, out var error))
        {
            return error;
        }

        var files = await table
            .ListAsync(address, cancellationToken)
            .Where(file => file.State != EvidenceState.Withdrawn)
            .OrderBy(file => file.At)
            .ThenBy(file => file.Name, StringComparer.Ordinal)
            .ToListAsync(cancellationToken);
        var raised = await findings
            .ListAsync(address, cancellationToken)
            .Select(stored => stored.Finding)
            .Where(finding => finding.IsRaised)
            .OrderByDescending(finding => finding.Severity)
            .ToListAsync(cancellationToken);
        var items = new List<EvidenceItem>();
        foreach (var some in files.Chunk(AtOnce))
        {
            items.AddRange(await Task.WhenAll(some.Select(file => DescribeAsync(file, raised, cancellationToken))));
        }

        if (items.Exists(item => item.Documents.Count > 0))
        {
            await audit.ListViewedAsync(address, caller, cancellationToken);
        }

        return items.ToValueList();
    }

    private async Task<EvidenceItem> DescribeAsync(
        StoredEvidence file,
        List<Finding> raised,
        CancellationToken cancellationToken
    )
    {
        var documents = file.State == EvidenceState.Received ? [] : file.Summary?.Unpack();
        if (documents is null)
        {
            // It was read before its row kept that, or it says too much for a row.
            var read = await facts.ReadAsync(file.Address, file.Id, cancellationToken);
            documents = (read?.Documents ?? []).Select(DocumentSummary.Of).ToValueList();
        }

        return new EvidenceItem(file, documents, raised.Where(finding => finding.File == file.Id).ToValueList());
    }

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

        // Before the blob is opened: whatever fails here leaves no connection behind.
        await audit.ViewedAsync(address, evidence, caller, cancellationToken);
        return await blobs.OpenAsync(address, evidence, cancellationToken) is { } content
            ? new EvidenceContent(file, content)
            : Error.NotFound("evidence-unknown", address.Activity, address.Period);
    }

    /// <summary>What was read of a file, as JSON.</summary>
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
