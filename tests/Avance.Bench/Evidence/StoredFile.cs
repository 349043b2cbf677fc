using Avance.Functions.Evidence;

namespace Avance.Bench.Evidence;

/// <summary>A document that is measured, as it is stored.</summary>
internal sealed record StoredFile(StoredEvidence Row, byte[] Content);
