using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace Microsoft.Graph.Groups.Item.TransitiveMembers.GraphUser;

public class GraphUserRequestBuilder
{
    private readonly RequestPath path;

    internal GraphUserRequestBuilder(RequestPath path) => this.path = path;

    public GraphUserRequestBuilder(string rawUrl, IRequestAdapter requestAdapter)
    {
        ArgumentException.ThrowIfNullOrEmpty(rawUrl);
        path = new RequestPath(requestAdapter, rawUrl);
    }

    /// <summary>Reads one page, of 100 people unless <c>Top</c> says otherwise (at most 999).</summary>
    /// <exception cref="Models.ODataErrors.ODataError">Graph refused.</exception>
    /// <exception cref="AggregateException">Graph was busy at each try.</exception>
    public Task<UserCollectionResponse?> GetAsync(
        Action<RequestConfiguration<GraphUserRequestBuilderGetQueryParameters>>? requestConfiguration = default,
        CancellationToken cancellationToken = default
    ) =>
        path.Adapter.GetAsync<UserCollectionResponse>(ToGetRequestInformation(requestConfiguration), cancellationToken);

    public RequestInformation ToGetRequestInformation(
        Action<RequestConfiguration<GraphUserRequestBuilderGetQueryParameters>>? requestConfiguration = default
    ) => path.ToRequest(requestConfiguration, parameters => parameters.ToQuery());

    /// <summary>The builder of an address that Graph gave, such as that of the next page.</summary>
    public GraphUserRequestBuilder WithUrl(string rawUrl) => new(rawUrl, path.Adapter);

    /// <summary>https://learn.microsoft.com/graph/query-parameters</summary>
    public class GraphUserRequestBuilderGetQueryParameters
    {
        public string? Filter { get; set; }

        public string[]? Select { get; set; }

        public int? Top { get; set; }

        internal IEnumerable<(string Name, object? Value)> ToQuery() =>
            [("$filter", Filter), ("$select", Select), ("$top", Top)];
    }
}
