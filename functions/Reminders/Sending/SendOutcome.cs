namespace Avance.Functions.Reminders.Sending;

/// <summary>What came of handing a mail over.</summary>
/// <param name="MessageId">What the mail service calls it, if it took it.</param>
/// <param name="Reason">Why not; empty if it took it.</param>
/// <param name="RetryAfter">When to come back; null if it did not say.</param>
public sealed record SendOutcome(
    SendOutcomeKind Kind,
    string MessageId = "",
    string Reason = "",
    TimeSpan? RetryAfter = null
);
