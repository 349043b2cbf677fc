using Avance.Functions.Http;

namespace Avance.Functions.Groups.Sessions;

/// <summary>Reads and changes the sessions of a plan's group.</summary>
public sealed class GroupSessionHandler(
    WorkingGroupTable table,
    GroupAudit audit,
    BusinessCalendar calendar,
    TimeProvider clock
)
{
    /// <summary>The sessions of the plan's group, the latest first.</summary>
    public async Task<Result<ValueList<GroupSessionView>>> ListAsync(
        PlanId plan,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (await table.FindByPlanAsync(plan, cancellationToken) is not { Group: var group })
        {
            return Error.NotFound("group-unknown", plan);
        }

        var sessions = await table.SessionsAsync(group.Id, cancellationToken);
        var today = calendar.DayOf(clock.GetUtcNow());
        return sessions.Reverse().Select(session => GroupSessionView.Of(group, session, today, caller)).ToValueList();
    }

    public async Task<Result<GroupSessionView>> ShowAsync(
        PlanId plan,
        string id,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        (await FindAsync(plan, id, cancellationToken)).Succeeded(out var found, out var error)
            ? GroupSessionView.Of(found.Group, found.Session, calendar.DayOf(clock.GetUtcNow()), caller)
            : error;

    /// <summary>A session with its group.</summary>
    public async Task<Result<SessionOfGroup>> FindAsync(PlanId plan, string id, CancellationToken cancellationToken)
    {
        if (await table.FindByPlanAsync(plan, cancellationToken) is not { Group: var group })
        {
            return Error.NotFound("group-unknown", plan);
        }

        return
            GroupSessionId.TryParse(id, null, out var session)
            && await table.FindSessionAsync(group.Id, session, cancellationToken) is { } stored
            ? new SessionOfGroup(group, stored.Session)
            : Error.NotFound("group-session-unknown", id);
    }

    /// <summary>True if the plan's group has such an agreement.</summary>
    public async Task<bool> HasAgreementAsync(
        PlanId plan,
        AgreementReference reference,
        CancellationToken cancellationToken
    ) =>
        (await FindAsync(plan, reference.Session.ToString(), cancellationToken)).Succeeded(out var found, out _)
        && found.Session.Agreements.Any(agreement => agreement.Number == reference.Number);

    public Task<Result<SessionOfGroup>> SaveAsync(
        PlanId plan,
        string id,
        int expectedVersion,
        GroupSessionRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        return ChangeAsync(
            plan,
            id,
            "putSession",
            (group, current, session) =>
                GroupSessionRules.Save(group, current, session, expectedVersion, request, LocalOf(now), caller, now),
            cancellationToken
        );
    }

    /// <summary>Notes that members are called. The mails are planned by the stage of reminders afterwards.</summary>
    public Task<Result<SessionOfGroup>> CallAsync(
        PlanId plan,
        string id,
        int expectedVersion,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        return ChangeKnownAsync(
            plan,
            id,
            "callSession",
            current => GroupSessionRules.Call(current, expectedVersion, LocalOf(now), caller, now),
            cancellationToken
        );
    }

    /// <summary>Notes that the session is cancelled. The mails are planned by the stage of reminders afterwards.</summary>
    public Task<Result<SessionOfGroup>> CancelAsync(
        PlanId plan,
        string id,
        int expectedVersion,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        return ChangeKnownAsync(
            plan,
            id,
            "cancelSession",
            current => GroupSessionRules.Cancel(current, expectedVersion, caller, now),
            cancellationToken
        );
    }

    /// <summary>Notes what became of an agreement.</summary>
    /// <param name="number">0 for no agreement.</param>
    public Task<Result<SessionOfGroup>> FollowAsync(
        PlanId plan,
        string id,
        int number,
        int expectedVersion,
        AgreementRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        return ChangeKnownAsync(
            plan,
            id,
            "followAgreement",
            current => GroupSessionRules.Follow(current, number, expectedVersion, request, caller, now),
            cancellationToken
        );
    }

    /// <summary>The session as the caller may see it.</summary>
    public GroupSessionView ToView(SessionOfGroup found, Caller caller) =>
        GroupSessionView.Of(found.Group, found.Session, calendar.DayOf(clock.GetUtcNow()), caller);

    private DateTime LocalOf(DateTimeOffset now) =>
        DateTime.SpecifyKind(calendar.ToLocal(now).DateTime, DateTimeKind.Unspecified);

    /// <summary>Changes a session that is there.</summary>
    private Task<Result<SessionOfGroup>> ChangeKnownAsync(
        PlanId plan,
        string id,
        string action,
        Func<GroupSession, Result<GroupSession>> decide,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            plan,
            id,
            action,
            (_, current, session) =>
                current is null ? Error.NotFound("group-session-unknown", session) : decide(current),
            cancellationToken
        );

    /// <summary>
    /// Changes a session. See <see cref="GroupAudit"/> for the order of its audit entries.
    /// </summary>
    private async Task<Result<SessionOfGroup>> ChangeAsync(
        PlanId plan,
        string id,
        string action,
        Func<WorkingGroup, GroupSession?, GroupSessionId, Result<GroupSession>> decide,
        CancellationToken cancellationToken
    )
    {
        if (await table.FindByPlanAsync(plan, cancellationToken) is not { Group: var group })
        {
            return Error.NotFound("group-unknown", plan);
        }

        if (!GroupSessionId.TryParse(id, null, out var session))
        {
            return Error.NotFound("group-session-unknown", id);
        }

        // A write fails only if another has changed the session: the next round refuses, or finds what is asked for.
        while (true)
        {
            var read = await table.FindSessionAsync(group.Id, session, cancellationToken);
            if (!decide(group, read?.Session, session).Succeeded(out var next, out var error))
            {
                return error;
            }

            if (next != read?.Session)
            {
                if (read is not null)
                {
                    await audit.AddAsync(plan, group.Id, read.Session, cancellationToken);
                }

                next = next with { Action = action };
                if (!await table.TryWriteAsync(group.Id, read, next, cancellationToken))
                {
                    continue;
                }
            }

            await audit.AddAsync(plan, group.Id, next, cancellationToken);
            return new SessionOfGroup(group, next);
        }
    }
}
