namespace Avance.Functions.Backups;

/// <summary>
/// Rows that one transaction takes: at most 100 of one partition, 4 MiB together
/// (https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions).
/// </summary>
internal sealed class RowBatch
{
    private const int MaxRows = 100;

    // Their lines are about as long as the request's JSON; the rest of it is for what stands around them.
    private const int MaxBytes = 3 * 1_048_576;

    private readonly List<BackupRow> rows = [];
    private long bytes;

    public bool HasRoomFor(BackupRow row) =>
        rows.Count == 0
        || (
            rows.Count < MaxRows && rows[0].PartitionKey == row.PartitionKey && bytes + row.ToLine().Length <= MaxBytes
        );

    public void Add(BackupRow row)
    {
        rows.Add(row);
        bytes += row.ToLine().Length;
    }

    public IReadOnlyList<BackupRow> Take()
    {
        BackupRow[] taken = [.. rows];
        rows.Clear();
        bytes = 0;
        return taken;
    }
}
