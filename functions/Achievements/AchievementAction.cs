namespace Avance.Functions.Achievements;

/// <summary>What made a version of an achievement.</summary>
public enum AchievementAction
{
    /// <summary>It was recorded for the first time.</summary>
    Recorded,

    /// <summary>It was changed.</summary>
    Changed,

    /// <summary>It was taken back, with a reason: it does not count.</summary>
    Withdrawn,

    /// <summary>Its withdrawal was taken back: it counts again.</summary>
    Restored,
}
