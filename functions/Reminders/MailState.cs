namespace Avance.Functions.Reminders;

/// <summary>What has become of a mail.</summary>
public enum MailState
{
    /// <summary>To be sent.</summary>
    Pending,

    /// <summary>A run has leased it and is sending it.</summary>
    Claimed,

    /// <summary>It may have gone out or not: the answer was lost.</summary>
    Unknown,

    /// <summary>The mail service has taken it.</summary>
    Accepted,

    /// <summary>The recipient's server has taken it.</summary>
    Delivered,

    /// <summary>It cannot be delivered: another address is needed.</summary>
    Bounced,

    /// <summary>The recipient marked it as spam.</summary>
    Complained,

    /// <summary>The mail service refused it for good.</summary>
    Rejected,

    /// <summary>It was no longer owed when its turn came.</summary>
    Cancelled,
}
