using System.Text.Json;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Reminders;

/// <summary>
/// The groups in the table <c>reminders</c>: partition <c>|groups</c>, which is no plan's id, row the group's object
/// id.
/// </summary>
public sealed class GroupTable(TableServiceClient service)
{
    internal const string Partition = "|groups";

    private const string MembersColumn = "Members";

    private readonly LazyTable table = new(service, RemindersTable.Name);

    public async Task<GroupRow> FindAsync(Guid group, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(Partition, group.ToString("D"), cancellationToken);
        return row is not null
            ? new GroupRow(
                ChunkedText.Read(row, MembersColumn) is { } members
                    ? JsonSerializer.Deserialize<ValueList<GroupMember>>(members, StoredJson.Options)!
                    : [],
                row.GetDateTimeOffset("ReadAt"),
                row.GetDateTimeOffset("NotBefore")
            )
            : GroupRow.None;
    }

    public async Task WriteAsync(Guid group, GroupRow content, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var row = new TableEntity(Partition, group.ToString("D"))
        {
            ["ReadAt"] = content.ReadAt,
            ["NotBefore"] = content.NotBefore,
        };
        ChunkedText.Write(row, MembersColumn, JsonSerializer.Serialize(content.Members, StoredJson.Options));
        await client.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>
    /// Stores when the directory may be asked again: the latest time that any instance was given. Members that another
    /// instance has stored meanwhile stay.
    /// </summary>
    public async Task PostponeAsync(Guid group, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var change = new TableEntity(Partition, group.ToString("D")) { ["NotBefore"] = notBefore };
        while (await table.FindAsync(change.PartitionKey, change.RowKey, cancellationToken) is var row)
        {
            if (row?.GetDateTimeOffset("NotBefore") >= notBefore)
            {
                return;
            }

            try
            {
                await (
                    row is null
                        ? client.AddEntityAsync(change, cancellationToken)
                        : client.UpdateEntityAsync(change, row.ETag, TableUpdateMode.Merge, cancellationToken)
                );
                return;
            }
            catch (RequestFailedException error) when (error.Status is 404 or 409 or 412)
            {
                // Another instance has changed the row meanwhile.
            }
        }
    }
}
