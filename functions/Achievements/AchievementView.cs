using Avance.Functions.Plans;

namespace Avance.Functions.Achievements;

/// <summary>A version of an achievement as it is shown; see <see cref="Achievement"/>.</summary>
/// <param name="Unit">Under its present code; null for none.</param>
/// <param name="At">In the plan's time zone.</param>
public sealed record AchievementView(
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
    AchievementState State,
    AchievementAction Action,
    string Reason,
    int Version,
    string By,
    DateTimeOffset At
)
{
    public static AchievementView Of(Plan plan, Achievement achievement, BusinessCalendar calendar) =>
        new(
            achievement.Id,
            achievement.Theme,
            achievement.Title,
            achievement.Text,
            achievement.Date,
            achievement.Document,
            achievement.Link,
            achievement.Figures,
            achievement.Women,
            achievement.Men,
            achievement.Total,
            achievement.Activity,
            AchievementAccess.UnitOf(plan, achievement)?.Code ?? achievement.Unit,
            achievement.IsWithdrawn ? AchievementState.Withdrawn : AchievementState.Active,
            achievement.Action,
            achievement.Reason,
            achievement.Version,
            achievement.By,
            calendar.ToLocal(achievement.At)
        );
}
