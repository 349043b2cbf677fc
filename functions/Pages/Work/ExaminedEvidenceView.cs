using Avance.Functions.Evidence;
using Avance.Functions.Findings;

namespace Avance.Functions.Pages.Work;

/// <summary>An uploaded file with what was read of it and its findings.</summary>
public sealed record ExaminedEvidenceView : EvidenceView
{
    private ExaminedEvidenceView(EvidenceView file)
        : base(file) { }

    /// <summary>Those about this file, the gravest first.</summary>
    public required ValueList<FindingView> Findings { get; init; }

    public static ExaminedEvidenceView Of(
        StoredEvidence file,
        ValueList<DocumentSummary> documents,
        IEnumerable<Finding> findings
    ) =>
        new(EvidenceView.Of(file) with { Documents = documents })
        {
            Findings = findings.Where(finding => finding.File == file.Id).Select(FindingView.Of).ToValueList(),
        };
}
