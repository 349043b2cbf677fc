using Avance.Functions.Groups;
using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Groups;

namespace Avance.Functions.Backups;

/// <summary>
/// Which rows belong to a plan. The rows themselves tell of others: the link of the plan names its group, and a reminder the
/// partition of its mails. So the rows are noted as they are read, from the tables or from a file.
/// </summary>
public sealed class PlanScope(PlanId plan)
{
    private readonly SortedSet<string> buckets = new(StringComparer.Ordinal);

    public PlanId Plan { get; } = plan;

    /// <summary>The group that follows the plan; null until its link was noted, or if there is none.</summary>
    public WorkingGroupId? Group { get; private set; }

    public void Note(string table, BackupRow row)
    {
        if (table == WorkingGroupTable.Name && row.PartitionKey == WorkingGroupRows.Plans)
        {
            Group = WorkingGroupId.TryParse(row.TextOf(WorkingGroupRows.GroupColumn), null, out var group)
                ? group
                : null;
        }
        else if (table == RemindersTable.Name && row.TextOf("Bucket") is { } bucket)
        {
            buckets.Add(bucket);
        }
    }

    /// <summary>The rows of a table that have the plan's id as their partition.</summary>
    public IEnumerable<RowRange> Own() => [new($"{Plan}")];

    /// <summary>The plan with its row in the list of all plans.</summary>
    public IEnumerable<RowRange> OfPlans() => [new($"{Plan}"), new(PlanKeys.Index, $"{Plan}")];

    /// <summary>Exports that are waited for are not meant: nothing would make them.</summary>
    public IEnumerable<RowRange> OfExports() => [new($"{Plan}") { Where = ("State", ["Done", "Failed"]) }];

    /// <summary>The link first: without it the group is not known.</summary>
    public IEnumerable<RowRange> OfGroups()
    {
        yield return new RowRange(WorkingGroupRows.Plans, $"{Plan}");
        if (Group is { } group)
        {
            yield return new RowRange(WorkingGroupRows.Groups, $"{group}");
            yield return new RowRange($"{group}");
        }
    }

    public IEnumerable<RowRange> OfAudit() =>
        Group is { } group ? [.. Own(), new RowRange($"{GroupAudit.PartitionOf(group)}")] : Own();

    public IEnumerable<RowRange> OfReminders() =>
        Group is { } group ? [.. Own(), new RowRange(GroupMailsTable.Partition, Prefix: $"{group}|")] : Own();

    public IEnumerable<RowRange> OfOutbox() =>
        buckets.Select(bucket => new RowRange(bucket) { Where = ("Plan", [$"{Plan}"]) });
}
