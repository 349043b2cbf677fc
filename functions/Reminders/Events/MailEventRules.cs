namespace Avance.Functions.Reminders.Events;

/// <summary>What an event makes of a mail. Pure: events come in any order, some twice, and some before the answer to the sending.</summary>
public static class MailEventRules
{
    private const int MaxReason = 500;

    /// <returns>The mail; the same one if the event says nothing new.</returns>
    public static Mail Apply(Mail mail, MailEvent told)
    {
        MailState? state = told.Event switch
        {
            "processed" or "deferred" => MailState.Accepted,
            "delivered" => MailState.Delivered,
            "bounce" or "dropped" => MailState.Bounced,
            "spamreport" => MailState.Complained,
            _ => null,
        };
        if (state is not { } next || Rank(next) <= Rank(mail.State) || IsOfAnEarlierTry(mail, told))
        {
            return mail;
        }

        var reason = told.Reason ?? "";
        return mail with
        {
            State = next,
            StateAt = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(told.Timestamp, 0, 32_503_680_000)),
            MessageId = told.MessageId ?? mail.MessageId,
            Reason = reason.Length > MaxReason ? reason[..MaxReason] : reason,
        };
    }

    /// <summary>Somebody has looked at what had become of it, and asked for it to be sent again.</summary>
    private static bool IsOfAnEarlierTry(Mail mail, MailEvent told) =>
        told.Timestamp < mail.AgainAt?.ToUnixTimeSeconds();

    /// <summary>Later states win, whenever they are told. What the service says counts more than what was done about it.</summary>
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
