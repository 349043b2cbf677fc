namespace Avance.Functions.Achievements;

/// <summary>Whether an achievement counts.</summary>
public enum AchievementState
{
    Active,

    /// <summary>It is kept, and is in no report.</summary>
    Withdrawn,
}
