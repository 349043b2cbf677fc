using System.Net;
using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Adds a row; 409 EntityAlreadyExists where there is one.</summary>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckKeys(entity);
        using var message = service.CreateMessage(RequestMethod.Post, path, EntityJson.Content(entity));

        // Else the answer repeats the row.
        message.Request.Headers.Add("Prefer", "return-no-content");
        return await service
            .SendAsync(message, HttpStatusCode.NoContent, accepted: null, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Adds the row, or merges into or replaces the one that is there, whatever its version.</summary>
    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default
    )
        where T : ITableEntity => WriteAsync(entity, ifMatch: null, mode, cancellationToken);

    /// <summary>Changes a row that has the version given: 412 if it has another, 404 if there is none.</summary>
    /// <exception cref="ArgumentException">The version is the default, which would match no row.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default
    )
        where T : ITableEntity =>
        ifMatch == default
            ? throw new ArgumentException("An update needs a version: ETag.All matches any.", nameof(ifMatch))
            : WriteAsync(entity, ifMatch, mode, cancellationToken);

    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity,
        ETag ifMatch = default,
        CancellationToken cancellationToken = default
    )
    {
        CheckKeys(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <summary>A missing row is no error: the response has the status 404.</summary>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey,
        string rowKey,
        ETag ifMatch = default,
        CancellationToken cancellationToken = default
    )
    {
        CheckKeys(partitionKey, rowKey);
        using var message = service.CreateMessage(RequestMethod.Delete, path + EntityPath.Of(partitionKey, rowKey));
        message.Request.Headers.Add("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString());
        return await service
            .SendAsync(message, HttpStatusCode.NoContent, HttpStatusCode.NotFound, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Reads a row; 404 ResourceNotFound where there is none.</summary>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default
    )
        where T : class, ITableEntity
    {
        var response = await GetAsync(partitionKey, rowKey, select, accepted: null, cancellationToken)
            .ConfigureAwait(false);
        return Response.FromValue(EntityJson.Read<T>(response.Content), response);
    }

    /// <summary>Reads a row if there is one.</summary>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default
    )
        where T : class, ITableEntity
    {
        var response = await GetAsync(partitionKey, rowKey, select, HttpStatusCode.NotFound, cancellationToken)
            .ConfigureAwait(false);
        return response.Status == (int)HttpStatusCode.NotFound
            ? new NoEntityResponse<T>(response)
            : Response.FromValue(EntityJson.Read<T>(response.Content), response);
    }

    private async Task<Response> WriteAsync(
        ITableEntity entity,
        ETag? ifMatch,
        TableUpdateMode mode,
        CancellationToken cancellationToken
    )
    {
        CheckKeys(entity);
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentException($"Unexpected value for mode: {mode}", nameof(mode)),
        };
        using var message = service.CreateMessage(method, path + EntityPath.Of(entity), EntityJson.Content(entity));
        if (ifMatch is not null)
        {
            message.Request.Headers.Add("If-Match", ifMatch.Value.ToString());
        }

        return await service
            .SendAsync(message, HttpStatusCode.NoContent, accepted: null, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<Response> GetAsync(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select,
        HttpStatusCode? accepted,
        CancellationToken cancellationToken
    )
    {
        CheckKeys(partitionKey, rowKey);
        using var message = service.CreateMessage(RequestMethod.Get, path + EntityPath.Of(partitionKey, rowKey));
        TableService.AppendQuery(message.Request.Uri, "$select", Columns(select));
        return await service.SendAsync(message, HttpStatusCode.OK, accepted, cancellationToken).ConfigureAwait(false);
    }

    private static string? Columns(IEnumerable<string>? select) => select is null ? null : string.Join(',', select);

    private static void CheckKeys(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        CheckKeys(entity.PartitionKey, entity.RowKey);
    }

    // Empty keys are valid.
    private static void CheckKeys(string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
    }
}
