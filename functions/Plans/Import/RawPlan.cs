namespace Avance.Functions.Plans.Import;

/// <summary>A plan file as it was read, before anybody asked what its cells mean.</summary>
/// <param name="Sheets">Its sheets.</param>
/// <param name="Problems">What could not be read at all.</param>
/// <param name="IsJson">True if columns are called by their JSON names in what the sender is told.</param>
public sealed record RawPlan(
    IReadOnlyList<RawSheet> Sheets,
    IReadOnlyList<ImportProblem> Problems,
    bool IsJson = false
);
