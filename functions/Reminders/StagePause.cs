namespace Avance.Functions.Reminders;

/// <summary>Whether the secretariat has paused a stage of a period, as it last decided.</summary>
public sealed record StagePause(ReminderStage Stage, bool IsHeld, string Reason, string By, DateTimeOffset At);
