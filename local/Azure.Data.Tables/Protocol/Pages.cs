using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Protocol;

/// <summary>Pages fetched one by one, each when it is asked for. An empty page may be followed by another.</summary>
/// <param name="fetch">Fetches the page at a continuation token; null is the first page.</param>
/// <param name="cancellationToken">Cancels any enumeration.</param>
internal sealed class Pages<T>(
    Func<string?, int?, CancellationToken, Task<Page<T>>> fetch,
    CancellationToken cancellationToken
) : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        FetchAsync(continuationToken, pageSizeHint);

    private async IAsyncEnumerable<Page<T>> FetchAsync(
        string? token,
        int? pageSize,
        [EnumeratorCancellation] CancellationToken enumeration = default
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, enumeration);
        do
        {
            var page = await fetch(token, pageSize, either.Token).ConfigureAwait(false);
            yield return page;
            token = page.ContinuationToken;
        } while (!string.IsNullOrEmpty(token));
    }
}
