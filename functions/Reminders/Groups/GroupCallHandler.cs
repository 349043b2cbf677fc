using Avance.Functions.Groups.Sessions;
using Avance.Functions.Http;

namespace Avance.Functions.Reminders.Groups;

/// <summary>
/// Calls members to a session, or tells them that it is cancelled: the session is marked first, then its mails are planned.
/// A repeated request, or the hourly timer, plans what a crash left out.
/// </summary>
public sealed class GroupCallHandler(
    GroupSessionHandler sessions,
    GroupMailsTable table,
    GroupMails mails,
    BusinessCalendar calendar,
    TimeProvider clock
)
{
    public async Task<Result<CalledSession>> CallAsync(
        PlanId plan,
        string session,
        int expectedVersion,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await sessions.FindAsync(plan, session, cancellationToken)).Succeeded(out var found, out var error))
        {
            return error;
        }

        return GroupRecipientRules.OfCall(found.Group, found.Session.Day(), []).Count == 0
            ? Error.Conflict("group-session-nobody")
            : await TellAsync(
                await sessions.CallAsync(plan, session, expectedVersion, caller, cancellationToken),
                caller,
                cancellationToken
            );
    }

    public async Task<Result<CalledSession>> CancelAsync(
        PlanId plan,
        string session,
        int expectedVersion,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        await TellAsync(
            await sessions.CancelAsync(plan, session, expectedVersion, caller, cancellationToken),
            caller,
            cancellationToken
        );

    private async Task<Result<CalledSession>> TellAsync(
        Result<SessionOfGroup> changed,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!changed.Succeeded(out var found, out var error))
        {
            return error;
        }

        var view = sessions.ToView(found, caller);
        if (!GroupReminderRules.IsToBeTold(found.Session, calendar, clock.GetUtcNow()))
        {
            return new CalledSession(view, 0);
        }

        var reminder = GroupReminderRules.CallOf(found.Session);
        var planned = await table.ListAsync(found.Group.Id, cancellationToken);
        await mails.EnsureAsync(found.Group, reminder, planned, cancellationToken);
        var told = await table.FindAsync(found.Group.Id, reminder, cancellationToken);
        return new CalledSession(view, told?.Recipients.Count ?? 0);
    }
}
