namespace Avance.Functions.Reminders.Events;

/// <summary>
/// Applies an event to a mail. Pure. Events come in any order, some twice, and some before the answer to the sending.
/// </summary>
public static class MailEventRules
{
    private const int MaxReason = 500;

    /// <returns>The mail; the same one if the event says nothing new.</returns>
    public static Mail Apply(Mail mail, MailEvent mailEvent)
    {
        MailState? state = mailEvent.Event switch
        {
            "processed" or "deferred" => MailState.Accepted,
            "delivered" => MailState.Delivered,
            "bounce" or "dropped" => MailState.Bounced,
            "spamreport" => MailState.Complained,
            _ => null,
        };
        if (state is not { } next || Rank(next) <= Rank(mail.State) || IsOfAnEarlierTry(mail, mailEvent))
        {
            return mail;
        }

        var reason = mailEvent.Reason ?? "";
        return mail with
        {
            State = next,
            StateAt = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(mailEvent.Timestamp, 0, 32_503_680_000)),
            MessageId = mailEvent.MessageId ?? mail.MessageId,
            Reason = reason.Length > MaxReason ? reason[..MaxReason] : reason,
        };
    }

    /// <summary>True for an event from before the secretariat asked for the mail to be sent again.</summary>
    private static bool IsOfAnEarlierTry(Mail mail, MailEvent mailEvent) =>
        mailEvent.Timestamp < mail.AgainAt?.ToUnixTimeSeconds();

    /// <summary>
    /// The higher rank wins, in whatever order events come. States that the service reports outrank our own.
    /// </summary>
    private static int Rank(MailState state) =>
        state switch
        {
            MailState.Accepted => 1,
            MailState.Delivered => 2,
            MailState.Bounced => 3,
            MailState.Complained => 4,
            _ => 0,
        };
}
