namespace Avance.Functions.Evidence;

/// <summary>A file with its content.</summary>
public sealed record EvidenceContent(StoredEvidence File, Stream Content);
