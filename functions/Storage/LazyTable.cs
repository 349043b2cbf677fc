using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Avance.Functions.Storage;

/// <summary>
/// A table that is created on first use. <see cref="StorageInitializer"/> also creates it, in the background at start: a
/// request that comes earlier, or after a start without storage, does not depend on that.
/// </summary>
public sealed class LazyTable(TableServiceClient service, string name)
{
    // The parts of a key are separated by '|', and '}' comes after it: "a|" <= key < "a}".
    private const char Separator = '|';
    private const char AfterSeparator = '}';

    private readonly TableClient client = service.GetTableClient(name);
    private volatile bool exists;

    public async ValueTask<TableClient> GetAsync(CancellationToken cancellationToken)
    {
        if (!exists)
        {
            await client.CreateIfNotExistsAsync(cancellationToken);
            exists = true;
        }

        return client;
    }

    /// <summary>A row by its keys; null if there is none.</summary>
    public async Task<TableEntity?> FindAsync(
        string partitionKey,
        string rowKey,
        CancellationToken cancellationToken,
        IEnumerable<string>? select = null
    )
    {
        var table = await GetAsync(cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, select, cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>The rows of a partition whose keys begin with these parts, by key: <c>2023-II|034</c> has <c>2023-II|034|…</c>.</summary>
    public async IAsyncEnumerable<TableEntity> ListByPrefixAsync(
        string partitionKey,
        string parts,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var table = await GetAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partitionKey} and RowKey ge {parts + Separator} and RowKey lt {parts + AfterSeparator}"
        );
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>Adds a row unless there is one with its keys.</summary>
    /// <returns>False if there is one, which stays as it is.</returns>
    public async Task<bool> TryAddAsync(TableEntity row, CancellationToken cancellationToken) =>
        await AddAsync(row, cancellationToken) is not null;

    /// <summary>Replaces a row if it is still as it was read, or adds it if there was none.</summary>
    /// <param name="read">The row's ETag; null if there was none.</param>
    /// <returns>False if it was written or deleted since.</returns>
    public async Task<bool> TryWriteAsync(TableEntity row, ETag? read, CancellationToken cancellationToken) =>
        await WriteAsync(row, read, cancellationToken) is not null;

    /// <inheritdoc cref="TryWriteAsync"/>
    /// <returns>The ETag that it has now; null if it was written or deleted since.</returns>
    public async Task<ETag?> WriteAsync(TableEntity row, ETag? read, CancellationToken cancellationToken)
    {
        if (read is not { } etag)
        {
            return await AddAsync(row, cancellationToken);
        }

        var table = await GetAsync(cancellationToken);
        try
        {
            var response = await table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellationToken);
            return response.Headers.ETag;
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            return null;
        }
    }

    private async Task<ETag?> AddAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var table = await GetAsync(cancellationToken);
        try
        {
            var response = await table.AddEntityAsync(row, cancellationToken);
            return response.Headers.ETag;
        }
        catch (RequestFailedException error) when (error.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return null;
        }
    }
}
