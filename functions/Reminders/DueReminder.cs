namespace Avance.Functions.Reminders;

/// <summary>A reminder that a unit is to get.</summary>
/// <param name="Anchor">See <see cref="ReminderDay.Anchor"/>; for a return, a digest of what was returned.</param>
/// <param name="Returns">The returns that it lists.</param>
public sealed record DueReminder(UnitCode Unit, ReminderStage Stage, string Anchor, ValueList<string> Returns);
