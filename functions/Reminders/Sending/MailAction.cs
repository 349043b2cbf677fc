namespace Avance.Functions.Reminders.Sending;

/// <summary>What is to be done with a mail now.</summary>
public enum MailAction
{
    Wait,
    Send,
    Cancel,

    /// <summary>Its lease has lapsed: it may have gone out.</summary>
    MarkUnknown,

    /// <summary>No event has said in time that the mail service took it.</summary>
    TryAgain,
}
