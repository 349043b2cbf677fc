using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Http;

namespace Avance.Functions.Reminders.Groups;

/// <summary>Reads what became of the mails that called people to a session, or told them that it is cancelled.</summary>
public sealed class CallMailReader(GroupSessionHandler sessions, GroupMailsTable table, OutboxTable outbox)
{
    /// <returns>The mails of the latest call, by address; none before the first one. 403 for those who may not see people.</returns>
    public async Task<Result<ValueList<CallMailView>>> ListAsync(
        PlanId plan,
        string session,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!WorkingGroupView.MaySeePeople(caller))
        {
            return new Error("not-allowed", StatusCodes.Status403Forbidden);
        }

        if (!(await sessions.FindAsync(plan, session, cancellationToken)).Succeeded(out var found, out var error))
        {
            return error;
        }

        var told = found.Session.Call is null
            ? null
            : await table.FindAsync(found.Group.Id, GroupReminderRules.CallOf(found.Session), cancellationToken);
        var mails = new List<CallMailView>();
        foreach (var to in told?.Recipients ?? [])
        {
            var id = MailId.OfGroup(told!.Group, told.Stage, told.Anchor, to.Address);
            var stored = await outbox.FindAsync(told.Bucket, id, cancellationToken);
            // What a crash left out of the outbox is still to be sent.
            mails.Add(
                stored is { Mail: var mail }
                    ? new CallMailView(to.Name, to.Address, mail.State, mail.StateAt, mail.Reason)
                    : new CallMailView(to.Name, to.Address, MailState.Pending, told.At, "")
            );
        }

        return mails.OrderBy(mail => mail.To.ToString(), StringComparer.Ordinal).ToValueList();
    }
}
