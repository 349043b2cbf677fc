namespace Avance.Functions.Achievements;

/// <summary>The achievements of a plan that a caller may see, with what a form for another one needs.</summary>
/// <param name="Themes">Those of the plan, in the order of the report.</param>
/// <param name="From">The first day of which the caller may record one.</param>
/// <param name="To">The last such day; before <paramref name="From"/> if there is none yet.</param>
/// <param name="Achievements">The latest one first, withdrawn ones too.</param>
public sealed record AchievementList(
    ValueList<string> Themes,
    DateOnly From,
    DateOnly To,
    ValueList<AchievementView> Achievements
);
