namespace Avance.Functions.Reminders.Sending;

/// <summary>What mails are about, as the tables say it: a period of a plan, or a group.</summary>
public interface IMailSubject
{
    /// <summary>What is to be done with a mail now.</summary>
    MailAction Next(Mail mail, DateTimeOffset now);

    /// <summary>The mail as it is handed over.</summary>
    Task<OutgoingMail> ComposeAsync(Mail mail, CancellationToken cancellationToken);
}
