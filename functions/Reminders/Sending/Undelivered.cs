using Avance.Functions.Plans;

namespace Avance.Functions.Reminders.Sending;

/// <summary>Finds the addresses that mails of a period came back from.</summary>
public sealed class Undelivered(OutboxTable outbox)
{
    public async Task<IReadOnlyList<EmailAddress>> OfAsync(Situation situation, CancellationToken cancellationToken)
    {
        var mails = await MailsAsync(situation, cancellationToken);
        return
        [
            .. mails
                .Where(mail => mail.State is MailState.Bounced or MailState.Complained or MailState.Rejected)
                .Select(mail => mail.To.Address)
                .Distinct(),
        ];
    }

    /// <summary>All mails of a period, as they are.</summary>
    public async Task<IReadOnlyList<Mail>> MailsAsync(Situation situation, CancellationToken cancellationToken)
    {
        var (plan, period) = (situation.Plan.Id, situation.Period.Id);
        var mails = new List<Mail>();
        foreach (var planned in situation.Reminders.Planned)
        {
            foreach (var to in planned.Recipients)
            {
                var expected = Mail.New(planned.Bucket, plan, period, planned.Reminder, to, planned.At);
                var stored = await outbox.FindAsync(planned.Bucket, expected.Id, cancellationToken);
                mails.Add(stored?.Mail ?? expected);
            }
        }

        return mails;
    }
}
