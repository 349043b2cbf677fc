namespace Avance.Functions.Achievements;

/// <summary>An achievement with its versions, those that the caller may see.</summary>
/// <param name="Achievement">The latest version.</param>
/// <param name="Versions">The first one first.</param>
public sealed record AchievementHistory(AchievementView Achievement, ValueList<AchievementView> Versions);
