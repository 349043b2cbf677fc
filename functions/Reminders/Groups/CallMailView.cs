namespace Avance.Functions.Reminders.Groups;

/// <summary>A mail of a session's call as those see it who may see people.</summary>
/// <param name="Name">Whom it goes to.</param>
/// <param name="At">Since when it is in that state.</param>
/// <param name="Reason">Why it is in that state; may be empty.</param>
public sealed record CallMailView(string Name, EmailAddress To, MailState State, DateTimeOffset At, string Reason);
