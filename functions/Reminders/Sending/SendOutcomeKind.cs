namespace Avance.Functions.Reminders.Sending;

/// <summary>What came of handing a mail over.</summary>
public enum SendOutcomeKind
{
    /// <summary>The mail service has taken it.</summary>
    Accepted,

    /// <summary>It has not taken it, and says to come back later.</summary>
    Busy,

    /// <summary>It will never take this mail.</summary>
    Rejected,

    /// <summary>It takes no mail of ours: the key or the sender is wrong.</summary>
    NotAllowed,

    /// <summary>It may have taken it or not.</summary>
    Unknown,
}
