using Avance.Functions.Documents;
using Avance.Functions.Evidence;

namespace Avance.Functions.Findings;

/// <summary>A file of evidence and what was read of it.</summary>
/// <param name="Name">As its sender called it.</param>
/// <param name="Sha256">Of its content.</param>
/// <param name="Documents">Itself first, then the documents in it. Empty if reading it failed to the last try.</param>
public sealed record ExaminedFile(
    EvidenceId Id,
    string Name,
    string Sha256,
    EvidenceState State,
    ValueList<ExtractedDocument> Documents
)
{
    /// <summary>When it came.</summary>
    public DateTimeOffset At { get; init; }
}
