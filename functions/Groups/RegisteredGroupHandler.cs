using Avance.Functions.Http;

namespace Avance.Functions.Groups;

/// <summary>What the national secretariat does with groups: registers those that follow no plan yet, and gives them plans.</summary>
public sealed class RegisteredGroupHandler(
    WorkingGroupTable table,
    GroupAudit audit,
    BusinessCalendar calendar,
    TimeProvider clock
)
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

            var decided = WorkingGroupRules.Write(
                read?.Group,
                [],
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

            if (await TryWriteAsync("putGroup", read, next, cancellationToken) is { } written)
            {
                return written;
            }
        }
    }

    /// <summary>Gives a group its plans. From then on only their secretariats change it.</summary>
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

            if (await TryWriteAsync("linkGroup", read, next, cancellationToken) is not { } written)
            {
                continue;
            }

            var lost = new List<PlanId>();
            foreach (var plan in written.Plans)
            {
                if (!await table.TryLinkAsync(plan, id, cancellationToken))
                {
                    lost.Add(plan);
                }
            }

            if (lost.Count > 0)
            {
                // Their secretariats have registered other groups at the same time.
                await table.RemovePlansAsync(id, lost, cancellationToken);
                return Error.All([.. await TakenAsync(id, [.. lost], cancellationToken)]);
            }

            await table.UnlinkOthersAsync(id, cancellationToken);
            return written;
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

    /// <summary>Writes a version with its audit entries, after those of the version before.</summary>
    /// <returns>Null if another has changed the group since it was read.</returns>
    private async Task<WorkingGroup?> TryWriteAsync(
        string action,
        StoredGroup? read,
        WorkingGroup next,
        CancellationToken cancellationToken
    )
    {
        // An entry stands with each plan that the group had or has, and with the group itself.
        PlanId[] before = [.. read?.Group.Plans ?? [], GroupAudit.PartitionOf(next.Id)];
        if (next != read?.Group)
        {
            if (read is not null)
            {
                await AuditAsync(before, read.Group, cancellationToken);
            }

            next = next with { Action = action };
            if (!await table.TryWriteAsync(read, next, cancellationToken))
            {
                return null;
            }
        }

        await AuditAsync(before.Union(next.Plans), next, cancellationToken);
        return next;
    }

    private async Task AuditAsync(
        IEnumerable<PlanId> partitions,
        WorkingGroup group,
        CancellationToken cancellationToken
    )
    {
        foreach (var partition in partitions)
        {
            await audit.AddAsync(partition, group, cancellationToken);
        }
    }
}
