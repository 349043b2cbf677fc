namespace Avance.Functions.Achievements;

/// <summary>An achievement with all its versions.</summary>
/// <param name="Achievement">The latest version.</param>
/// <param name="Versions">The first one first.</param>
public sealed record AchievementHistory(AchievementView Achievement, ValueList<AchievementView> Versions);
