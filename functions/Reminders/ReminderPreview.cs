namespace Avance.Functions.Reminders;

/// <summary>What a reminder would say now.</summary>
/// <param name="Text">Its text, without the recipient's link.</param>
public sealed record ReminderPreview(string Subject, string Text);
