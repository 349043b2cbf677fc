using Avance.Functions.Http;

namespace Avance.Functions.Groups;

/// <summary>What the national secretariat does with groups: registers those that follow no plan yet, and gives them plans.</summary>
public sealed class RegisteredGroupHandler(WorkingGroupTable table, GroupAudit audit, TimeProvider clock)
{
    /// <summary>All groups, by id.</summary>
    public async Task<IReadOnlyList<WorkingGroup>> ListAsync(CancellationToken cancellationToken) =>
        await table.ListAsync(cancellationToken).ToListAsync(cancellationToken);

    /// <summary>Registers a group, or changes one that follows no plan: one with a plan is its secretariat's.</summary>
    public async Task<Result<WorkingGroup>> PutAsync(
        WorkingGroupId id,
        int expectedVersion,
        WorkingGroupRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (request.Id != id)
        {
            return Error.Invalid("group-id-differs", "id", id);
        }

        var now = clock.GetUtcNow();
        while (true)
        {
            var read = await table.FindAsync(id, cancellationToken);
            if (read is { Group.Plans.Count: > 0 })
            {
                return Error.Conflict("group-of-a-plan", id);
            }

            var decided = WorkingGroupRules.Write(read?.Group, [], expectedVersion, request, caller, now);
            if (!decided.Succeeded(out var next, out var error))
            {
                return error;
            }

            if (next == read?.Group || await table.TryWriteAsync(read, next, cancellationToken))
            {
                await audit.AddAsync(GroupAudit.PartitionOf(id), "putGroup", next, cancellationToken);
                return next;
            }
        }
    }

    /// <summary>Gives a group its plans. From then on their secretariats change it, and nobody else does.</summary>
    public async Task<Result<WorkingGroup>> LinkAsync(
        WorkingGroupId id,
        int expectedVersion,
        GroupPlansRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        while (await table.FindAsync(id, cancellationToken) is { } read)
        {
            var taken = await TakenAsync(id, request.Plans, cancellationToken);
            if (taken.Count > 0)
            {
                return Error.All(taken);
            }

            var decided = WorkingGroupRules.Link(read.Group, request.Plans, expectedVersion, caller, now);
            if (!decided.Succeeded(out var next, out var error))
            {
                return error;
            }

            if (next == read.Group || await table.TryWriteAsync(read, next, cancellationToken))
            {
                foreach (var plan in next.Plans)
                {
                    await table.TryLinkAsync(plan, id, cancellationToken);
                }

                await table.UnlinkOthersAsync(next, cancellationToken);
                await AuditAsync(read.Group, next, cancellationToken);
                return next;
            }
        }

        return Error.NotFound("group-unregistered", id);
    }

    private async Task<IReadOnlyList<Error>> TakenAsync(
        WorkingGroupId id,
        ValueList<PlanId> plans,
        CancellationToken cancellationToken
    )
    {
        var errors = new List<Error>();
        foreach (var (index, plan) in plans.Index())
        {
            if (await table.FindByPlanAsync(plan, cancellationToken) is { } other && other.Group.Id != id)
            {
                errors.Add(Error.Invalid("group-plan-taken", $"plans[{index}]", plan, other.Group.Id));
            }
        }

        return errors;
    }

    /// <summary>The plans that the group had or has are told of it too.</summary>
    private async Task AuditAsync(WorkingGroup before, WorkingGroup next, CancellationToken cancellationToken)
    {
        foreach (var plan in before.Plans.Union(next.Plans).Append(GroupAudit.PartitionOf(next.Id)))
        {
            await audit.AddAsync(plan, "linkGroup", next, cancellationToken);
        }
    }
}
