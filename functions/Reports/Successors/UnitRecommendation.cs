namespace Avance.Functions.Reports.Successors;

/// <summary>A recommendation to a unit that names no activity.</summary>
public sealed record UnitRecommendation(UnitCode Unit, string Text);
