namespace Avance.Functions.Reminders.Sending;

/// <summary>Hands mails over: to a mail service, or to a folder.</summary>
public interface IMailTransport
{
    /// <summary>False where mails would go nowhere: then they wait.</summary>
    bool IsReady { get; }

    /// <summary>Hands a mail over, once. It never throws for a failure of the other side.</summary>
    Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
