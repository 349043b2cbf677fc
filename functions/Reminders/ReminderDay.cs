namespace Avance.Functions.Reminders;

/// <summary>A stage of a certain period.</summary>
/// <param name="Anchor">
/// The day that it is counted from, <c>20240115</c>: a deadline that moves has stages of its own, and what was sent for
/// the old one does not count for it.
/// </param>
/// <param name="Day">The working day on which its mails go out.</param>
/// <param name="From">When it begins to apply; it does until the next stage.</param>
public sealed record ReminderDay(ReminderStage Stage, string Anchor, DateOnly Day, DateTimeOffset From);
