using System.Text.Json.Serialization;

namespace Microsoft.Graph.Models;

public class BaseCollectionPaginationCountResponse
{
    /// <summary>Only when asked for by <c>$count</c> with the header <c>ConsistencyLevel: eventual</c>.</summary>
    [JsonPropertyName("@odata.count")]
    public long? OdataCount { get; set; }

    /// <summary>The address of the next page, to be used as it is; null on the last.</summary>
    [JsonPropertyName("@odata.nextLink")]
    public string? OdataNextLink { get; set; }
}
