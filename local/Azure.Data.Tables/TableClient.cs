using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>
/// One table. What the service refuses is a <see cref="RequestFailedException"/> with its status and code; what it
/// could not answer for load is tried again by Azure.Core, so that a write may have happened twice.
/// </summary>
public partial class TableClient
{
    private readonly TableService service;
    private readonly TableServiceClient? account;
    private readonly string path;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, options: null) { }

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableService.Create(connectionString, options), tableName) { }

    public TableClient(
        Uri endpoint,
        string tableName,
        TokenCredential tokenCredential,
        TableClientOptions? options = null
    )
        : this(TableService.Create(endpoint, tokenCredential, options), tableName) { }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, options: null) { }

    public TableClient(
        Uri endpoint,
        string tableName,
        TableSharedKeyCredential credential,
        TableClientOptions? options = null
    )
        : this(TableService.Create(endpoint, credential, options), tableName) { }

    internal TableClient(TableService service, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        this.service = service;
        account = new TableServiceClient(service);
        Name = tableName;
        path = "/" + Uri.EscapeDataString(tableName);
    }

    /// <summary>For mocks.</summary>
    protected TableClient()
    {
        service = null!;
        Name = path = "";
    }

    public virtual string Name { get; }

    public virtual string AccountName => service.AccountName;

    public virtual Uri Uri => new(service.Endpoint.AbsoluteUri.TrimEnd('/') + path);

    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        account!.CreateTableAsync(Name, cancellationToken);

    /// <summary>An existing table is no error.</summary>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        account!.CreateTableIfNotExistsAsync(Name, cancellationToken);

    /// <summary>A missing table is no error: the response has the status 404.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        account!.DeleteTableAsync(Name, cancellationToken);

    /// <summary>Replaces each value in the text by its literal, quoted and escaped.</summary>
    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    /// <summary>Translates a condition; null when it is plainly true.</summary>
    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => ExpressionFilter.Translate(filter)!;
}
