using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>
/// Puts the mails of a reminder into the outbox: first it stores the recipients, then the mails, then that all are
/// there. The next run completes what a crash left undone; mails that are there already stay.
/// </summary>
public sealed class OutboxWriter(
    RemindersTable reminders,
    OutboxTable outbox,
    GroupDirectory directory,
    BusinessCalendar calendar,
    TimeProvider clock
)
{
    /// <returns>How many mails were planned; 0 if there are no recipients, or it is planned already.</returns>
    public Task<int> PlanAsync(Plan plan, Period period, SentReminder reminder, CancellationToken cancellationToken) =>
        PlanAsync(plan, period, reminder, reminder.Unit, cancellationToken);

    /// <summary>
    /// Plans a reminder, or completes one that a crash left incomplete, where no later run would find it.
    /// </summary>
    /// <param name="unit">Whose contacts get it.</param>
    /// <returns>How many mails were planned.</returns>
    public async Task<int> EnsureAsync(
        Plan plan,
        Period period,
        SentReminder reminder,
        UnitCode unit,
        CancellationToken cancellationToken
    ) =>
        await reminders.FindAsync(plan.Id, period, reminder, cancellationToken) switch
        {
            null => await PlanAsync(plan, period, reminder, unit, cancellationToken),
            { IsComplete: true } => 0,
            var interrupted => await CompleteAsync(plan.Id, period, interrupted, cancellationToken),
        };

    private async Task<int> PlanAsync(
        Plan plan,
        Period period,
        SentReminder reminder,
        UnitCode? unit,
        CancellationToken cancellationToken
    )
    {
        var recipients = await RecipientsAsync(plan, unit, reminder.Stage, cancellationToken);
        if (recipients.Count == 0)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        var bucket = OutboxTable.BucketOf(calendar.DayOf(now));
        var planned = new PlannedReminder(reminder, bucket, recipients, now, IsComplete: false);
        return await reminders.TryAddAsync(plan.Id, period, planned, cancellationToken)
            ? await CompleteAsync(plan.Id, period, planned, cancellationToken)
            : 0;
    }

    /// <summary>Adds the mails of a reminder that are not in the outbox.</summary>
    /// <returns>How many that were.</returns>
    public async Task<int> CompleteAsync(
        PlanId plan,
        Period period,
        PlannedReminder planned,
        CancellationToken cancellationToken
    )
    {
        var added = 0;
        foreach (var to in planned.Recipients)
        {
            var mail = Mail.New(planned.Bucket, plan, period, planned.Reminder, to, planned.At);
            added += await outbox.TryAddAsync(mail, cancellationToken) ? 1 : 0;
        }

        await reminders.CompleteAsync(plan, period, planned.Reminder, cancellationToken);
        return added;
    }

    public async Task<ValueList<Recipient>> RecipientsAsync(
        Plan plan,
        UnitCode? unit,
        ReminderStage stage,
        CancellationToken cancellationToken
    ) =>
        RecipientRules.Of(
            plan,
            unit,
            stage,
            await directory.MembersAsync(RecipientRules.GroupsOf(plan, unit, stage), cancellationToken)
        );
}
