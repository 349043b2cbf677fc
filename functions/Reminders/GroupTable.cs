using System.Text.Json;
using Azure.Data.Tables;

namespace Avance.Functions.Reminders;

/// <summary>
/// The groups in the table <c>reminders</c>: partition <c>|groups</c>, which no plan is called, row the group's object id.
/// </summary>
public sealed class GroupTable(TableServiceClient service)
{
    private const string Partition = "|groups";

    private readonly LazyTable table = new(service, RemindersTable.Name);

    public async Task<GroupRow> FindAsync(Guid group, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(Partition, group.ToString("D"), cancellationToken);
        return row is not null
            ? new GroupRow(
                JsonSerializer.Deserialize<ValueList<GroupMember>>(row.GetString("Members")!, Json.Options)!,
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
            ["Members"] = JsonSerializer.Serialize(content.Members, Json.Options),
            ["ReadAt"] = content.ReadAt,
            ["NotBefore"] = content.NotBefore,
        };
        await client.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }
}
