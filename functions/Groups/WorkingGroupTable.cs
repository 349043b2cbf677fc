using System.Runtime.CompilerServices;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Groups;

/// <summary>
/// The table <c>groups</c>, rows as in <see cref="WorkingGroupRows"/>. The link row of a plan names its group, so that this
/// is one read; it counts only while the group lists the plan. No transaction spans them: the group is written first, and
/// the links after it are written again by a repeated request.
/// </summary>
public sealed class WorkingGroupTable(TableServiceClient service)
{
    public const string Name = "groups";

    private readonly LazyTable table = new(service, Name);

    /// <summary>All groups, by id.</summary>
    public async IAsyncEnumerable<WorkingGroup> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {WorkingGroupRows.Groups}");
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return WorkingGroupRows.ToGroup(row).Group;
        }
    }

    /// <summary>The public body of each group, by the group's id; nothing else of it is read.</summary>
    public async IAsyncEnumerable<(string Id, string Body)> ListBodiesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {WorkingGroupRows.Groups}");
        string[] columns = ["RowKey", WorkingGroupRows.BodyColumn];
        await foreach (var row in client.QueryAsync<TableEntity>(filter, null, columns, cancellationToken))
        {
            yield return (row.RowKey, row.GetString(WorkingGroupRows.BodyColumn));
        }
    }

    /// <summary>Which group follows which plan, by plan; of a group that no longer lists the plan a crash may have left one.</summary>
    public async IAsyncEnumerable<(PlanId Plan, string Group)> ListLinksAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {WorkingGroupRows.Plans}");
        await foreach (var link in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return (new PlanId(link.RowKey), link.GetString(WorkingGroupRows.GroupColumn));
        }
    }

    public async Task<StoredGroup?> FindAsync(WorkingGroupId id, CancellationToken cancellationToken) =>
        await table.FindAsync(WorkingGroupRows.Groups, id.ToString(), cancellationToken) is { } row
            ? WorkingGroupRows.ToGroup(row)
            : null;

    /// <summary>The group that follows a plan; null if none does.</summary>
    public async Task<StoredGroup?> FindByPlanAsync(PlanId plan, CancellationToken cancellationToken) =>
        await table.FindAsync(WorkingGroupRows.Plans, plan.ToString(), cancellationToken) is { } link
        && await FindAsync(WorkingGroupRows.GroupOf(link), cancellationToken) is { } stored
        && stored.Group.Plans.Contains(plan)
            ? stored
            : null;

    /// <summary>Writes a group if what was read is still the latest.</summary>
    /// <param name="read">Null if there was none.</param>
    public Task<bool> TryWriteAsync(StoredGroup? read, WorkingGroup next, CancellationToken cancellationToken) =>
        table.TryWriteAsync(WorkingGroupRows.ToRow(next), read?.ETag, cancellationToken);

    /// <summary>Makes a group that of a plan, unless another one is.</summary>
    /// <returns>False if another group follows the plan.</returns>
    public async Task<bool> TryLinkAsync(PlanId plan, WorkingGroupId group, CancellationToken cancellationToken)
    {
        while (true)
        {
            var link = await table.FindAsync(WorkingGroupRows.Plans, plan.ToString(), cancellationToken);
            if (link is not null && WorkingGroupRows.GroupOf(link) == group)
            {
                return true;
            }

            if (await FindByPlanAsync(plan, cancellationToken) is not null)
            {
                return false;
            }

            // There is none, or one that a crash left of a group that no longer lists the plan.
            if (await table.TryWriteAsync(WorkingGroupRows.ToLink(plan, group), link?.ETag, cancellationToken))
            {
                return true;
            }
        }
    }

    /// <summary>Deletes the links of a group to plans that it does not list.</summary>
    public async Task UnlinkOthersAsync(WorkingGroupId id, CancellationToken cancellationToken)
    {
        // As it is now: another request may have given it more plans.
        if (await FindAsync(id, cancellationToken) is not { Group: var group })
        {
            return;
        }

        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {WorkingGroupRows.Plans} and Group eq {group.Id.ToString()}"
        );
        await foreach (var link in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (!group.Plans.Any(plan => plan.ToString() == link.RowKey))
            {
                await TryDeleteAsync(client, link, cancellationToken);
            }
        }
    }

    /// <summary>Writes a group without plans of which another group was found to have the link.</summary>
    public async Task RemovePlansAsync(
        WorkingGroupId id,
        IReadOnlyCollection<PlanId> plans,
        CancellationToken cancellationToken
    )
    {
        while (await FindAsync(id, cancellationToken) is { } read && read.Group.Plans.Any(plans.Contains))
        {
            var without = read.Group with
            {
                Plans = [.. read.Group.Plans.Where(plan => !plans.Contains(plan))],
                Version = read.Group.Version + 1,
            };
            if (await TryWriteAsync(read, without, cancellationToken))
            {
                return;
            }
        }
    }

    private static async Task TryDeleteAsync(TableClient client, TableEntity link, CancellationToken cancellationToken)
    {
        try
        {
            await client.DeleteEntityAsync(link.PartitionKey, link.RowKey, link.ETag, cancellationToken);
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            // It is another group's link by now, or gone.
        }
    }

    /// <summary>The sessions of a group, the earliest first.</summary>
    public async Task<IReadOnlyList<GroupSession>> SessionsAsync(
        WorkingGroupId group,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {group.ToString()}");
        return await client
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Select(row => WorkingGroupRows.ToSession(row).Session)
            .ToListAsync(cancellationToken);
    }

    public async Task<StoredSession?> FindSessionAsync(
        WorkingGroupId group,
        GroupSessionId id,
        CancellationToken cancellationToken
    ) =>
        await table.FindAsync(group.ToString(), id.ToString(), cancellationToken) is { } row
            ? WorkingGroupRows.ToSession(row)
            : null;

    /// <summary>Writes a session if what was read is still the latest.</summary>
    /// <param name="read">Null if there was none.</param>
    public Task<bool> TryWriteAsync(
        WorkingGroupId group,
        StoredSession? read,
        GroupSession next,
        CancellationToken cancellationToken
    ) => table.TryWriteAsync(WorkingGroupRows.ToRow(group, next), read?.ETag, cancellationToken);
}
