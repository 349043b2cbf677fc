using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Reports.History;

/// <summary>The table <c>history</c>: partition plan id, a row a year that was imported, named by the year.</summary>
public sealed class HistoryTable(TableServiceClient service)
{
    public const string Name = "history";

    private readonly LazyTable table = new(service, Name);

    /// <summary>The imported years of a plan, the earliest first.</summary>
    public async Task<IReadOnlyList<ImportedYear>> ListAsync(PlanId plan, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {plan.ToString()}");
        return await client
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Select(row => HistoryRows.ToStored(row).Year)
            .ToListAsync(cancellationToken);
    }

    /// <returns>Null if the year was not imported.</returns>
    public async Task<StoredYear?> FindAsync(PlanId plan, int year, CancellationToken cancellationToken) =>
        await table.FindAsync(plan.ToString(), HistoryRows.Key(year), cancellationToken) is { } row
            ? HistoryRows.ToStored(row)
            : null;

    /// <summary>Writes a year if what was read is still the latest.</summary>
    /// <param name="read">Null if the year was not imported.</param>
    public async Task<bool> TryWriteAsync(
        PlanId plan,
        StoredYear? read,
        ImportedYear next,
        CancellationToken cancellationToken
    )
    {
        var row = HistoryRows.ToRow(plan, next);
        if (read is null)
        {
            return await table.TryAddAsync(row, cancellationToken);
        }

        var client = await table.GetAsync(cancellationToken);
        return await SucceedsAsync(
            client.UpdateEntityAsync(row, read.ETag, TableUpdateMode.Replace, cancellationToken)
        );
    }

    /// <summary>Deletes a year if what was read is still the latest.</summary>
    public async Task<bool> TryDeleteAsync(PlanId plan, StoredYear read, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var key = HistoryRows.Key(read.Year.Year);
        return await SucceedsAsync(client.DeleteEntityAsync(plan.ToString(), key, read.ETag, cancellationToken));
    }

    private static async Task<bool> SucceedsAsync(Task<Response> write)
    {
        try
        {
            return (await write).Status != StatusCodes.Status404NotFound;
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            return false;
        }
    }
}
