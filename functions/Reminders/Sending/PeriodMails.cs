namespace Avance.Functions.Reminders.Sending;

/// <summary>Reads the mails of a period, and which addresses must be replaced.</summary>
public sealed class PeriodMails(OutboxTable outbox)
{
    private const int ReadsAtOnce = 16;

    public async Task<IReadOnlyCollection<EmailAddress>> AddressesToReplaceAsync(
        PeriodStatus status,
        CancellationToken cancellationToken
    ) => AddressRules.ToReplace(status.Plan, await ListAsync(status, cancellationToken));

    public Task<IReadOnlyList<Mail>> ListAsync(PeriodStatus status, CancellationToken cancellationToken) =>
        ListAsync(status.Plan.Id, status.Period.Id, status.Reminders, cancellationToken);

    /// <summary>All mails of a period, as they are.</summary>
    public async Task<IReadOnlyList<Mail>> ListAsync(
        PlanId plan,
        Period period,
        PeriodReminders reminders,
        CancellationToken cancellationToken
    )
    {
        var mails = reminders
            .Planned.SelectMany(planned =>
                planned.Recipients.Select(to =>
                    Mail.New(planned.Bucket, plan, period, planned.Reminder, to, planned.At)
                )
            )
            .ToArray();
        await Parallel.ForAsync(
            0,
            mails.Length,
            new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken },
            async (index, token) =>
            {
                var stored = await outbox.FindAsync(mails[index].Bucket, mails[index].Id, token);
                mails[index] = stored?.Mail ?? mails[index];
            }
        );
        return mails;
    }
}
