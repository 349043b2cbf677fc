using Avance.Functions.Evidence;

namespace Avance.Functions.Reports.EvidenceArchives;

/// <summary>A file of an archive.</summary>
/// <param name="Title">Of its activity; empty if the plan no longer has it.</param>
/// <param name="Unit">Code of the responsible unit, likewise.</param>
/// <param name="Path">In the archive; empty if its content is missing.</param>
public sealed record ArchivedFile(StoredEvidence File, string Title, string Unit, string Path);
