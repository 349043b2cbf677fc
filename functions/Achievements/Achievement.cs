using System.Text.Json.Serialization;

namespace Avance.Functions.Achievements;

/// <summary>Something that a plan brought about: a version of it, as a unit or the secretariat recorded it.</summary>
/// <param name="Id">Made by the client.</param>
/// <param name="Theme">One of the plan's themes when it was recorded, at most 100 characters.</param>
/// <param name="Title">1 to 300 characters.</param>
/// <param name="Text">What was achieved; at most 4,000 characters, may be empty.</param>
/// <param name="Date">The day on which it was achieved.</param>
/// <param name="Document">The reference of the document that proves it, at most 300 characters; may be empty.</param>
/// <param name="Link">Where the document is published: an https address of at most 1,000 characters; may be empty.</param>
/// <param name="Figures">At most 10.</param>
/// <param name="Women">Women reached, 0 to 10,000,000; null if it was not counted.</param>
/// <param name="Men">Men reached; null together with <paramref name="Women"/>.</param>
/// <param name="Total">People reached: women and men where those are counted; null if people were not counted.</param>
/// <param name="Activity">The activity that it belongs to; null for none.</param>
/// <param name="Unit">The unit that achieved it, by its code of then; null for none in particular.</param>
/// <param name="Action">What made this version.</param>
/// <param name="Reason">Why it was withdrawn; empty unless it is.</param>
/// <param name="Version">1 for the first that was recorded; each change, withdrawal and restoration counts one more.</param>
/// <param name="By">Who made the version, as the audit names them.</param>
/// <param name="At">When it was made.</param>
public sealed record Achievement(
    Guid Id,
    string Theme,
    string Title,
    string Text,
    DateOnly Date,
    string Document,
    string Link,
    ValueList<AchievementFigure> Figures,
    int? Women,
    int? Men,
    int? Total,
    ActivityNumber? Activity,
    UnitCode? Unit,
    AchievementAction Action,
    string Reason,
    int Version,
    string By,
    DateTimeOffset At
)
{
    /// <summary>True if it does not count: it was withdrawn and not restored.</summary>
    [JsonIgnore]
    public bool IsWithdrawn => Action == AchievementAction.Withdrawn;

    /// <summary>True if both say the same, but for who recorded it and when.</summary>
    public bool SaysTheSameAs(Achievement other) =>
        this == other with { Action = Action, Reason = Reason, Version = Version, By = By, At = At };
}
