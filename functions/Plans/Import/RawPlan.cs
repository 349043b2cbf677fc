namespace Avance.Functions.Plans.Import;

/// <summary>The cells of a plan file before they are interpreted.</summary>
/// <param name="Problems">What could not be read at all.</param>
/// <param name="IsJson">True if problems name columns as JSON does.</param>
public sealed record RawPlan(
    IReadOnlyList<RawSheet> Sheets,
    IReadOnlyList<ImportProblem> Problems,
    bool IsJson = false
);
