using System.Globalization;
using System.Text.Json;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Reminders.Groups;

/// <summary>
/// The partition <c>|group-mails</c> of the table <c>reminders</c>: a row <c>CSIG-MIMP|call|2023-002.1</c> for what a group
/// was told, so that it is told once.
/// </summary>
public sealed class GroupMailsTable(TableServiceClient service)
{
    internal const string Partition = "|group-mails";

    private readonly LazyTable table = new(service, RemindersTable.Name);

    /// <summary>All that a group was told.</summary>
    public async Task<IReadOnlyList<PlannedGroupMails>> ListAsync(
        WorkingGroupId group,
        CancellationToken cancellationToken
    ) =>
        await table
            .ListByPrefixAsync(Partition, group.ToString(), cancellationToken)
            .Select(ToPlanned)
            .ToListAsync(cancellationToken);

    /// <summary>What was planned; null if it was not.</summary>
    public async Task<PlannedGroupMails?> FindAsync(
        WorkingGroupId group,
        GroupReminder reminder,
        CancellationToken cancellationToken
    ) =>
        await table.FindAsync(Partition, RowKey(group, reminder.Stage, reminder.Anchor), cancellationToken) is { } row
            ? ToPlanned(row)
            : null;

    /// <returns>False if it was planned already: what is there stays.</returns>
    public Task<bool> TryAddAsync(PlannedGroupMails planned, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, RowKey(planned.Group, planned.Stage, planned.Anchor))
        {
            ["Plan"] = planned.Plan.ToString(),
            ["Bucket"] = planned.Bucket,
            ["At"] = planned.At,
            ["IsComplete"] = planned.IsComplete,
        };
        ChunkedText.Write(row, "Recipients", JsonSerializer.Serialize(planned.Recipients, StoredJson.Options));
        return table.TryAddAsync(row, cancellationToken);
    }

    /// <summary>Notes that all mails are in the outbox.</summary>
    public async Task CompleteAsync(PlannedGroupMails planned, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var change = new TableEntity(Partition, RowKey(planned.Group, planned.Stage, planned.Anchor))
        {
            ["IsComplete"] = true,
        };
        await client.UpdateEntityAsync(change, ETag.All, TableUpdateMode.Merge, cancellationToken);
    }

    private static string RowKey(WorkingGroupId group, ReminderStage stage, string anchor) =>
        $"{group}|{stage}|{anchor}";

    private static PlannedGroupMails ToPlanned(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        return new PlannedGroupMails(
            WorkingGroupId.Parse(parts[0], CultureInfo.InvariantCulture),
            PlanId.Parse(row.GetString("Plan")!, CultureInfo.InvariantCulture),
            ReminderStage.Parse(parts[1], CultureInfo.InvariantCulture),
            parts[2],
            row.GetString("Bucket")!,
            JsonSerializer.Deserialize<ValueList<Recipient>>(ChunkedText.Read(row, "Recipients")!, StoredJson.Options)!,
            row.GetDateTimeOffset("At")!.Value,
            row.GetBoolean("IsComplete")!.Value
        );
    }
}
