using System.Linq.Expressions;
using System.Net;
using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>The table service of a storage account.</summary>
public class TableServiceClient
{
    private readonly TableService service;

    public TableServiceClient(string connectionString)
        : this(connectionString, options: null) { }

    public TableServiceClient(string connectionString, TableClientOptions? options = null) =>
        service = TableService.Create(connectionString, options);

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        service = TableService.Create(endpoint, tokenCredential, options);

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, options: null) { }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        service = TableService.Create(endpoint, credential, options);

    public TableServiceClient(Uri endpoint, AzureSasCredential credential)
        : this(endpoint, credential, options: null) { }

    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null) =>
        service = TableService.Create(endpoint, credential, options);

    /// <summary>With a shared access signature as the query of the address.</summary>
    public TableServiceClient(Uri endpoint, TableClientOptions? options = null) =>
        service = TableService.Create(endpoint, options);

    internal TableServiceClient(TableService service) => this.service = service;

    /// <summary>For mocks.</summary>
    protected TableServiceClient() => service = null!;

    public virtual string AccountName => service.AccountName;

    public virtual Uri Uri => service.Endpoint;

    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new TableClient(service, tableName);
    }

    public virtual AsyncPageable<TableItem> QueryAsync(
        Expression<Func<TableItem, bool>> filter,
        int? maxPerPage = null,
        CancellationToken cancellationToken = default
    ) => QueryAsync(ExpressionFilter.Translate(filter), maxPerPage, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(
        FormattableString filter,
        int? maxPerPage = null,
        CancellationToken cancellationToken = default
    ) => QueryAsync(ODataFilter.Create(filter), maxPerPage, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(
        string? filter = null,
        int? maxPerPage = null,
        CancellationToken cancellationToken = default
    ) =>
        new Pages<TableItem>(
            async (token, pageSize, cancellation) =>
            {
                using var message = service.CreateMessage(RequestMethod.Get, "/Tables");
                var uri = message.Request.Uri;
                TableService.AppendPageSize(uri, pageSize ?? maxPerPage);
                TableService.AppendQuery(uri, "$filter", filter);
                TableService.AppendQuery(uri, "NextTableName", token);
                var response = await service
                    .SendAsync(message, HttpStatusCode.OK, accepted: null, cancellation)
                    .ConfigureAwait(false);
                response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next);
                var tables = EntityJson.ReadTableNames(response.Content).Select(name => new TableItem(name));
                return Page<TableItem>.FromValues([.. tables], next, response);
            },
            cancellationToken
        );

    public virtual Task<Response<TableItem>> CreateTableAsync(
        string tableName,
        CancellationToken cancellationToken = default
    ) => CreateAsync(tableName, accepted: null, cancellationToken);

    /// <summary>An existing table is no error.</summary>
    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(
        string tableName,
        CancellationToken cancellationToken = default
    )
    {
        var created = await CreateAsync(tableName, HttpStatusCode.Conflict, cancellationToken).ConfigureAwait(false);
        var error = created.GetRawResponse();
        if (error.Status != (int)HttpStatusCode.Conflict)
        {
            return created;
        }

        // A table that is being deleted is a conflict as well, and there is none to use.
        var exception = new RequestFailedException(error);
        return exception.ErrorCode == TableErrorCode.TableAlreadyExists ? created : throw exception;
    }

    /// <summary>A missing table is no error: the response has the status 404.</summary>
    public virtual async Task<Response> DeleteTableAsync(
        string tableName,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        using var message = service.CreateMessage(
            RequestMethod.Delete,
            $"/Tables('{Uri.EscapeDataString(tableName)}')"
        );
        return await service
            .SendAsync(message, HttpStatusCode.NoContent, HttpStatusCode.NotFound, cancellationToken)
            .ConfigureAwait(false);
    }

    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    private async Task<Response<TableItem>> CreateAsync(
        string tableName,
        HttpStatusCode? accepted,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        using var message = service.CreateMessage(RequestMethod.Post, "/Tables", EntityJson.TableContent(tableName));
        message.Request.Headers.Add("Prefer", "return-no-content");
        var response = await service
            .SendAsync(message, HttpStatusCode.NoContent, accepted, cancellationToken)
            .ConfigureAwait(false);
        return Response.FromValue(new TableItem(tableName), response);
    }
}
