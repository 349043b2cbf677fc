using Avance.Functions.Http;

namespace Avance.Functions.Evidence;

/// <summary>A submission that is not returned: its files may neither be added to nor taken back.</summary>
/// <param name="Error">What a unit is told that tries to change it.</param>
/// <param name="Manifest">The files that it lists.</param>
public sealed record SubmissionLock(Error Error, ValueList<EvidenceId> Manifest);
