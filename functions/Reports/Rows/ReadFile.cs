using Avance.Functions.Evidence;

namespace Avance.Functions.Reports.Rows;

/// <summary>A file of evidence with what was read of it.</summary>
/// <param name="Documents">The file itself first; empty until it is read.</param>
public sealed record ReadFile(StoredEvidence File, ValueList<DocumentSummary> Documents);
