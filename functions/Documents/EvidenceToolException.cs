namespace Avance.Functions.Documents;

/// <summary>A tool that reads documents failed for a reason that is not the document's: another try may succeed.</summary>
public sealed class EvidenceToolException(string message) : Exception(message);
