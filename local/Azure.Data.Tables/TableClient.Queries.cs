using System.Linq.Expressions;
using System.Net;
using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Protocol;
using Azure.Data.Tables.Transactions;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default
    )
        where T : class, ITableEntity =>
        QueryAsync<T>(ExpressionFilter.Translate(filter), maxPerPage, select, cancellationToken);

    /// <summary>Reads the rows that the filter selects, ordered by keys, a page at a time.</summary>
    /// <param name="filter">An OData filter; null selects all rows.</param>
    /// <param name="maxPerPage">At most 1,000. A page may be shorter or empty and still not be the last.</param>
    /// <param name="select">The columns to read; null reads all.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default
    )
        where T : class, ITableEntity
    {
        var columns = Columns(select);
        return new Pages<T>(
            async (token, pageSize, cancellation) =>
            {
                using var message = service.CreateMessage(RequestMethod.Get, path + "()");
                var uri = message.Request.Uri;
                var (partitionKey, rowKey) = ContinuationToken.Parse(token);
                TableService.AppendPageSize(uri, pageSize ?? maxPerPage);
                TableService.AppendQuery(uri, "$select", columns);
                TableService.AppendQuery(uri, "$filter", filter);
                TableService.AppendQuery(uri, "NextPartitionKey", partitionKey);
                TableService.AppendQuery(uri, "NextRowKey", rowKey);
                var response = await service
                    .SendAsync(message, HttpStatusCode.OK, accepted: null, cancellation)
                    .ConfigureAwait(false);
                var rows = EntityJson.ReadPage<T>(response.Content);
                return Page<T>.FromValues(rows, ContinuationToken.From(response), response);
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Does all of the actions or none: at most 100, of one partition, each row once, 4 MiB together.
    /// </summary>
    /// <returns>The responses in the order of the actions.</returns>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    /// <exception cref="TableTransactionFailedException">An action was refused.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var actions = transactionActions as IReadOnlyCollection<TableTransactionAction> ?? [.. transactionActions];
        if (actions.Count == 0)
        {
            throw new InvalidOperationException("A transaction needs an action.");
        }

        PartitionCheck.Check(actions);
        using var content = new TransactionContent(Uri, actions);
        using var message = service.CreateMessage(RequestMethod.Post, "/$batch");
        message.Request.Headers.Add("Content-Type", content.ContentType);
        message.Request.Content = content.ToRequestContent();
        var response = await service
            .SendAsync(message, HttpStatusCode.Accepted, accepted: null, cancellationToken)
            .ConfigureAwait(false);
        var responses = TransactionResult.Parse(response.Content.ToMemory());
        return responses is [{ IsError: true } refusal]
            ? throw new TableTransactionFailedException(
                new RequestFailedException(refusal, innerException: null, TableErrorParser.Instance)
            )
            : Response.FromValue<IReadOnlyList<Response>>(responses, response);
    }
}
