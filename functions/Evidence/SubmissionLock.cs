using Avance.Functions.Http;

namespace Avance.Functions.Evidence;

/// <summary>A submission that is not returned: files may be neither added to it nor withdrawn.</summary>
/// <param name="Error">The answer to an attempt to change it.</param>
/// <param name="Manifest">The files that it lists.</param>
public sealed record SubmissionLock(Error Error, ValueList<EvidenceId> Manifest);
