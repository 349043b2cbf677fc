namespace Avance.Functions.Reminders.Content;

/// <summary>A mail as it is sent.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Html">A whole page.</param>
/// <param name="Text">The same for programs that show no pages.</param>
/// <param name="Calendar">The deadline as an iCalendar file; null for none.</param>
public sealed record MailContent(string Subject, string Html, string Text, string? Calendar);
