namespace Avance.Functions.Reminders.Content;

/// <summary>A mail as it is sent.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Html">A whole page.</param>
/// <param name="Text">The same for programs that show no pages.</param>
/// <param name="Calendar">The deadline or the session as an iCalendar file; null for none.</param>
/// <param name="CalendarName">The name of that file.</param>
/// <param name="CalendarMethod">What it asks of calendars, for example <c>REQUEST</c>; empty for a file that asks nothing.</param>
public sealed record MailContent(
    string Subject,
    string Html,
    string Text,
    string? Calendar,
    string CalendarName = "fecha-limite.ics",
    string CalendarMethod = ""
);
