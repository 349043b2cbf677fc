namespace Avance.Functions.Reminders;

/// <summary>A reminder that has been planned or sent: it is not due again.</summary>
/// <param name="Unit">The unit; null for the secretariat's digest, and for a receipt, which names its activity.</param>
/// <param name="Anchor">See <see cref="ReminderDay.Anchor"/>; for a receipt what was sent, a <see cref="ProgressVersionKey"/>.</param>
/// <param name="Returns">The returns that it listed, as <see cref="ReturnedVersion.Key"/> writes them.</param>
public sealed record SentReminder(UnitCode? Unit, ReminderStage Stage, string Anchor, ValueList<string> Returns);
