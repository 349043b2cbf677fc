namespace Avance.Functions.Reminders;

/// <summary>What a reminder would say now.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its text, without the recipient's way in.</param>
public sealed record ReminderPreview(string Subject, string Text);
