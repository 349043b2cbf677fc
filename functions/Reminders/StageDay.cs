namespace Avance.Functions.Reminders;

/// <summary>A stage of a certain period.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Anchor">
/// What it is reckoned from, <c>20240115</c>: a deadline that moves has stages of its own, and what was sent for the old
/// one does not count for it.
/// </param>
/// <param name="Day">The working day on which its mails go out.</param>
/// <param name="From">From when on it applies: until the next stage does.</param>
public sealed record StageDay(ReminderStage Stage, string Anchor, DateOnly Day, DateTimeOffset From);
