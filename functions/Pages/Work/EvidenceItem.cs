using Avance.Functions.Evidence;
using Avance.Functions.Findings;

namespace Avance.Functions.Pages.Work;

/// <summary>A file with what was read of it and what is to be asked about it.</summary>
/// <param name="Documents">Itself first, then the documents in it; empty until it is read.</param>
/// <param name="Findings">Those about this file, the gravest first.</param>
public sealed record EvidenceItem(
    StoredEvidence File,
    ValueList<DocumentSummary> Documents,
    ValueList<Finding> Findings
);
