using Avance.Functions.Http;

namespace Avance.Functions.Groups;

/// <summary>Registers and changes the group of a plan, for the plan's secretariat.</summary>
public sealed class WorkingGroupHandler(
    WorkingGroupTable table,
    GroupAudit audit,
    BusinessCalendar calendar,
    TimeProvider clock
)
{
    public async Task<Result<WorkingGroup>> FindAsync(PlanId plan, CancellationToken cancellationToken) =>
        await table.FindByPlanAsync(plan, cancellationToken) is { } stored
            ? stored.Group
            : Error.NotFound("group-unknown", plan);

    /// <summary>The group as the caller may see it.</summary>
    public WorkingGroupView ToView(WorkingGroup group, Caller caller) =>
        WorkingGroupView.Of(group, calendar.DayOf(clock.GetUtcNow()), caller);

    /// <summary>
    /// Registers the plan's group, or changes it. A group that exists and does not follow the plan is refused, so that
    /// naming another body's group does not take it over.
    /// </summary>
    public async Task<Result<WorkingGroup>> PutAsync(
        PlanId plan,
        int expectedVersion,
        WorkingGroupRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        // A write fails only if another has changed the group: the next round refuses the request, or finds what it asks for.
        while (true)
        {
            var own = await table.FindByPlanAsync(plan, cancellationToken);
            if (own is not null && own.Group.Id != request.Id)
            {
                return Error.Conflict("plan-has-another-group", own.Group.Id) with { Field = "id" };
            }

            var read = own ?? await table.FindAsync(request.Id, cancellationToken);
            if (read is not null && !read.Group.Plans.Contains(plan))
            {
                return Error.Conflict("group-of-another-plan", request.Id) with { Field = "id" };
            }

            var decided = WorkingGroupRules.Write(
                read?.Group,
                [plan],
                expectedVersion,
                request,
                caller,
                now,
                calendar.DayOf(now)
            );
            if (!decided.Succeeded(out var next, out var error))
            {
                return error;
            }

            if (await RemovedAsync(read?.Group, next, cancellationToken) is { } removed)
            {
                return removed;
            }

            if (await TryWriteAsync(plan, "putGroup", read, next, cancellationToken) is not { } written)
            {
                continue;
            }

            // A repeated request also makes the link that a crash left out.
            if (await table.TryLinkAsync(plan, written.Id, cancellationToken))
            {
                return written;
            }

            // Another group was registered for the plan at the same time: this one does not follow it.
            await table.RemovePlansAsync(written.Id, [plan], cancellationToken);
            return Error.Conflict("group-of-another-plan", request.Id) with { Field = "id" };
        }
    }

    /// <summary>The error if a member is taken away whom the attendance of a session names.</summary>
    private async Task<Error?> RemovedAsync(
        WorkingGroup? current,
        WorkingGroup next,
        CancellationToken cancellationToken
    )
    {
        var kept = next.Members.Select(member => member.Id).ToHashSet();
        var removed = (current?.Members ?? []).Where(member => !kept.Contains(member.Id)).ToList();
        if (removed.Count == 0)
        {
            return null;
        }

        var sessions = await table.SessionsAsync(next.Id, cancellationToken);
        var named = sessions.SelectMany(session => session.Attendance).Select(one => one.Member).ToHashSet();
        return removed.Find(member => named.Contains(member.Id)) is { } attended
            ? Error.Invalid("group-member-removed", "members", attended.Organisation)
            : null;
    }

    /// <summary>Writes a version with its audit entry, after that of the version before.</summary>
    /// <returns>Null if another has changed the group since it was read.</returns>
    private async Task<WorkingGroup?> TryWriteAsync(
        PlanId plan,
        string action,
        StoredGroup? read,
        WorkingGroup next,
        CancellationToken cancellationToken
    )
    {
        if (next != read?.Group)
        {
            if (read is not null)
            {
                await audit.AddAsync(plan, read.Group, cancellationToken);
            }

            next = next with { Action = action };
            if (!await table.TryWriteAsync(read, next, cancellationToken))
            {
                return null;
            }
        }

        await audit.AddAsync(plan, next, cancellationToken);
        return next;
    }

    /// <summary>Notes that a yearly duty was done, or takes that back.</summary>
    public async Task<Result<WorkingGroup>> FulfilAsync(
        PlanId plan,
        string duty,
        int year,
        int expectedVersion,
        DutyRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        while (await table.FindByPlanAsync(plan, cancellationToken) is { } read)
        {
            var decided = WorkingGroupRules.Fulfil(
                read.Group,
                duty,
                year,
                expectedVersion,
                request,
                calendar.DayOf(now),
                caller,
                now
            );
            if (!decided.Succeeded(out var next, out var error))
            {
                return error;
            }

            if (await TryWriteAsync(plan, "fulfilDuty", read, next, cancellationToken) is { } written)
            {
                return written;
            }
        }

        return Error.NotFound("group-unknown", plan);
    }
}
