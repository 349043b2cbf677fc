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
    /// Registers the plan's group, or changes it. A group that exists and does not follow the plan is refused: nobody takes
    /// over another body's group by naming it.
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

            var decided = WorkingGroupRules.Write(read?.Group, [plan], expectedVersion, request, caller, now);
            if (!decided.Succeeded(out var next, out var error))
            {
                return error;
            }

            if (next == read?.Group || await table.TryWriteAsync(read, next, cancellationToken))
            {
                // A repeated request also makes the link that a crash left out.
                if (!await table.TryLinkAsync(plan, next.Id, cancellationToken))
                {
                    return Error.Conflict("group-of-another-plan", request.Id) with { Field = "id" };
                }

                await audit.AddAsync(plan, "putGroup", next, cancellationToken);
                return next;
            }
        }
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

            if (next == read.Group || await table.TryWriteAsync(read, next, cancellationToken))
            {
                await audit.AddAsync(plan, "fulfilDuty", next, cancellationToken);
                return next;
            }
        }

        return Error.NotFound("group-unknown", plan);
    }
}
