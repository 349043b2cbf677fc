namespace Avance.Functions.Achievements;

/// <summary>A figure of an achievement, for example 12 workshops.</summary>
/// <param name="Label">What is counted, 1 to 200 characters.</param>
/// <param name="Number">0 to 1,000,000,000 with at most 4 decimals.</param>
/// <param name="UnitOfMeasure">1 to 100 characters.</param>
public sealed record AchievementFigure(string Label, decimal Number, string UnitOfMeasure);
