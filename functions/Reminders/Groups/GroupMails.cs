using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Plans;

namespace Avance.Functions.Reminders.Groups;

/// <summary>
/// Puts what a group is told into the outbox: first it stores the recipients, then the mails, then that all are there. The
/// next run completes what a crash left undone; mails that are there already stay.
/// </summary>
public sealed class GroupMails(
    GroupMailsTable table,
    OutboxTable outbox,
    OutboxWriter contacts,
    PlanCache plans,
    BusinessCalendar calendar,
    TimeProvider clock
)
{
    /// <summary>Plans a mail that is due, or completes one that a crash left incomplete.</summary>
    /// <param name="planned">All that the group was told until now.</param>
    /// <returns>How many mails were added.</returns>
    public async Task<int> EnsureAsync(
        WorkingGroup group,
        GroupReminder reminder,
        IReadOnlyCollection<PlannedGroupMails> planned,
        CancellationToken cancellationToken
    )
    {
        if (planned.FirstOrDefault(one => (one.Stage, one.Anchor) == (reminder.Stage, reminder.Anchor)) is { } known)
        {
            return known.IsComplete ? 0 : await CompleteAsync(known, cancellationToken);
        }

        var recipients = await RecipientsAsync(group, reminder, planned, cancellationToken);
        if (recipients.Count == 0 || group.Plans.Count == 0)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        var next = new PlannedGroupMails(
            group.Id,
            group.Plans[^1],
            reminder.Stage,
            reminder.Anchor,
            OutboxTable.BucketOf(calendar.DayOf(now)),
            recipients,
            now,
            IsComplete: false
        );
        // Of two at once one adds the row; the other leaves the mails to it, and to the next run.
        return await table.TryAddAsync(next, cancellationToken) ? await CompleteAsync(next, cancellationToken) : 0;
    }

    /// <summary>Adds the mails that are not in the outbox.</summary>
    /// <returns>How many that were.</returns>
    public async Task<int> CompleteAsync(PlannedGroupMails planned, CancellationToken cancellationToken)
    {
        var added = 0;
        var day = calendar.DayOf(planned.At);
        var period = new Period(day.Year, day.Month <= 6 ? 1 : 2);
        foreach (var to in planned.Recipients)
        {
            var mail = Mail.OfGroup(planned, period, to);
            added += await outbox.TryAddAsync(mail, cancellationToken) ? 1 : 0;
        }

        await table.CompleteAsync(planned, cancellationToken);
        return added;
    }

    /// <summary>Whom a mail goes to, by address; nobody where no address is known.</summary>
    public async Task<ValueList<Recipient>> RecipientsAsync(
        WorkingGroup group,
        GroupReminder reminder,
        IEnumerable<PlannedGroupMails> planned,
        CancellationToken cancellationToken
    )
    {
        if (reminder is { Stage.Kind: StageKind.Call, Session: { } session })
        {
            var told = planned
                .Where(one =>
                    one.Stage == reminder.Stage && one.Anchor.StartsWith($"{session.Id}.", StringComparison.Ordinal)
                )
                .SelectMany(one => one.Recipients);
            return GroupRecipientRules.OfCall(group, session.Day(), told);
        }

        var responsible = await ResponsibleAsync(group, reminder.Agreement?.Responsible, cancellationToken);
        if (responsible.Count > 0)
        {
            return responsible;
        }

        var secretariat = GroupRecipientRules.Secretariat(group);
        return secretariat.Count > 0 ? secretariat : await OfPlanAsync(group, null, cancellationToken);
    }

    private async Task<ValueList<Recipient>> ResponsibleAsync(
        WorkingGroup group,
        Responsible? responsible,
        CancellationToken cancellationToken
    ) =>
        responsible?.Address is { } address ? [new Recipient(address, responsible.Person, RecipientRole.Member)]
        : responsible?.Unit is { } unit ? await OfPlanAsync(group, unit, cancellationToken)
        : [];

    /// <summary>The contacts of a unit in the group's latest plan, or of the plan's secretariat.</summary>
    private async Task<ValueList<Recipient>> OfPlanAsync(
        WorkingGroup group,
        UnitCode? unit,
        CancellationToken cancellationToken
    ) =>
        group.Plans.Count > 0
        && (await plans.GetAsync(group.Plans[^1], cancellationToken)).Succeeded(out var plan, out _)
            ? await contacts.RecipientsAsync(plan, unit, ReminderStage.Agreement, cancellationToken)
            : [];
}
