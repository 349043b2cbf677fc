namespace Avance.Functions.Reminders.Sending;

/// <summary>A period of a plan, as mails are about it.</summary>
internal sealed class PeriodSubject(
    PeriodStatus status,
    PeriodMailWriter writer,
    BusinessCalendar calendar,
    WorkingHours hours
) : IMailSubject
{
    public MailAction Next(Mail mail, DateTimeOffset now) => MailRules.Next(mail, status, calendar, hours, now);

    public Task<OutgoingMail> ComposeAsync(Mail mail, CancellationToken cancellationToken) =>
        writer.ComposeAsync(mail, status, cancellationToken);
}
