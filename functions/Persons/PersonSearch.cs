using System.Runtime.CompilerServices;
using Avance.Functions.Backups;
using Avance.Functions.Groups;
using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Groups;

namespace Avance.Functions.Persons;

/// <summary>All rows that may name a person: those of each plan that a back-up has, and those of groups and the directory.</summary>
public sealed class PersonSearch(PlansTable plans, WorkingGroupTable groups, PlanDataTable rows)
{
    /// <summary>What is searched, one after the other: each plan by its id, then the groups with the directory's as null.</summary>
    public async IAsyncEnumerable<PlanId?> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var plan in plans.ListIdsAsync(cancellationToken))
        {
            yield return plan;
        }

        yield return null;
    }

    /// <param name="plan">Null for groups, and for members of the directory's groups.</param>
    public IAsyncEnumerable<(string Table, BackupRow Row)> RowsAsync(
        PlanId? plan,
        CancellationToken cancellationToken
    ) => plan is { } known ? RowsOfPlanAsync(known, cancellationToken) : RowsOfGroupsAsync(cancellationToken);

    private async IAsyncEnumerable<(string Table, BackupRow Row)> RowsOfPlanAsync(
        PlanId plan,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var scope = new PlanScope(plan);
        foreach (var table in BackupCatalog.Tables)
        {
            foreach (var range in table.Ranges(scope))
            {
                var isOutbox = table.Name == OutboxTable.Name;
                // Of the outbox a partition has mails of other plans; of the others all of the plan is looked at.
                var all = isOutbox ? range : range with { Where = null };
                await foreach (var row in rows.ListAsync(table.Name, all, cancellationToken))
                {
                    scope.Note(table.Name, row);
                    if (isOutbox || row.PartitionKey == $"{plan}")
                    {
                        yield return (table.Name, row);
                    }
                }
            }
        }
    }

    private async IAsyncEnumerable<(string Table, BackupRow Row)> RowsOfGroupsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var ranges = new List<(string Table, RowRange Range)>
        {
            (WorkingGroupTable.Name, new RowRange(WorkingGroupRows.Groups)),
            (RemindersTable.Name, new RowRange(GroupMailsTable.Partition)),
            (RemindersTable.Name, new RowRange(GroupTable.Partition)),
        };
        await foreach (var (id, _) in groups.ListBodiesAsync(cancellationToken))
        {
            var group = new WorkingGroupId(id);
            ranges.Add((WorkingGroupTable.Name, new RowRange(id)));
            ranges.Add((Storage.AuditTable.Name, new RowRange($"{GroupAudit.PartitionOf(group)}")));
        }

        foreach (var (table, range) in ranges)
        {
            await foreach (var row in rows.ListAsync(table, range, cancellationToken))
            {
                yield return (table, row);
            }
        }
    }
}
