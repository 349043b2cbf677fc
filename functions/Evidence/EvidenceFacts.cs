namespace Avance.Functions.Evidence;

/// <summary>What was read of a file: itself first, then the documents in it, in their order.</summary>
public sealed record EvidenceFacts(ValueList<DocumentFactsView> Documents);
