namespace Avance.Functions.Reminders.Sending;

/// <summary>What is to be done with a mail now.</summary>
public enum MailStep
{
    Wait,
    Send,
    Cancel,

    /// <summary>Whoever claimed it has died: it may have gone out.</summary>
    MarkUnknown,

    /// <summary>The mail service had its time to say that it took the mail, and said nothing.</summary>
    TryAgain,
}
