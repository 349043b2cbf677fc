namespace Avance.Functions.Reports.History;

/// <summary>What a unit reached in an imported year.</summary>
/// <param name="Unit">As the source calls it: a unit of the plan by any of its names, or one that the plan does not have.</param>
/// <param name="Compliance">In percent, 0 to 1,000,000 with at most 4 decimals.</param>
public sealed record ImportedUnit(string Unit, decimal Compliance);
