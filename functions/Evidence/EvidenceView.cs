using Avance.Functions.Findings;
using Avance.Functions.Pages.Work;

namespace Avance.Functions.Evidence;

/// <summary>An uploaded file as the API shows it.</summary>
public sealed record EvidenceView(
    EvidenceId Id,
    string Name,
    long Size,
    string Sha256,
    EvidenceState State,
    string By,
    DateTimeOffset At,
    ValueList<DocumentSummary> Documents,
    ValueList<FindingView> Findings
)
{
    public static EvidenceView Of(StoredEvidence file) => Of(new EvidenceItem(file, [], []));

    public static EvidenceView Of(EvidenceItem item) =>
        new(
            item.File.Id,
            item.File.Name,
            item.File.Size,
            item.File.Sha256,
            item.File.State,
            item.File.By,
            item.File.At,
            item.Documents,
            item.Findings.Select(FindingView.Of).ToValueList()
        );
}
