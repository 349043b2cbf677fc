namespace Avance.Functions.Reminders;

/// <summary>What the secretariat said last of holding a stage of a period.</summary>
public sealed record Hold(ReminderStage Stage, bool IsHeld, string Reason, string By, DateTimeOffset At);
