using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Reminders.Events;

/// <summary>
/// The deliveries of events that were taken, in the table <c>reminders</c>: partition <c>|events</c>, which is no
/// plan's id, row <c>001704726000|DIGEST</c>, when it was signed and the SHA-256 of what was signed. Not of the
/// signature: anyone can make another valid one from an ECDSA signature.
/// </summary>
public sealed class ProcessedEventsTable(TableServiceClient service)
{
    private const string Partition = "|events";
    private const int MaxPerTransaction = 100;

    private readonly LazyTable table = new(service, RemindersTable.Name);

    public async Task<bool> HasAsync(string timestamp, byte[] body, CancellationToken cancellationToken) =>
        await table.FindAsync(Partition, RowKey(timestamp, body), cancellationToken, ["RowKey"]) is not null;

    /// <summary>Stores a delivery; one that is stored already stays.</summary>
    public async Task AddAsync(string timestamp, byte[] body, CancellationToken cancellationToken) =>
        await table.TryAddAsync(new TableEntity(Partition, RowKey(timestamp, body)), cancellationToken);

    /// <summary>Deletes what was signed before that instant.</summary>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {TimeOf(before)}");
        var rows = await client
            .QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
        foreach (var chunk in rows.Chunk(MaxPerTransaction))
        {
            try
            {
                await client.SubmitTransactionAsync(
                    chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row)),
                    cancellationToken
                );
            }
            catch (TableTransactionFailedException error) when (error.Status == StatusCodes.Status404NotFound)
            {
                // Another instance is deleting them.
                return;
            }
        }
    }

    private static string RowKey(string timestamp, byte[] body)
    {
        var signedAt = long.Parse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp), .. body];
        return $"{TimeOf(DateTimeOffset.FromUnixTimeSeconds(signedAt))}|{Convert.ToHexStringLower(SHA256.HashData(signed))}";
    }

    private static string TimeOf(DateTimeOffset instant) =>
        instant.ToUnixTimeSeconds().ToString("D12", CultureInfo.InvariantCulture);
}
