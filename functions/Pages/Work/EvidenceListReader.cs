using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Pages.Work;

/// <summary>Lists the files of an activity with their findings, for callers who may see the activity.</summary>
public sealed class EvidenceListReader(
    ReportedActivityReader activities,
    EvidenceTable table,
    DocumentSummaryReader summaries,
    FindingsTable findings,
    EvidenceAudit audit
)
{
    private const int AtOnce = 8;

    /// <summary>The files of an activity in a period, the first one first; without those that were withdrawn.</summary>
    public async Task<Result<ValueList<ExaminedEvidenceView>>> ReadAsync(
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
        var items = new List<ExaminedEvidenceView>();
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

    private async Task<ExaminedEvidenceView> DescribeAsync(
        StoredEvidence file,
        List<Finding> raised,
        CancellationToken cancellationToken
    ) => ExaminedEvidenceView.Of(file, await summaries.ReadAsync(file, cancellationToken), raised);
}
