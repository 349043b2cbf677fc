using System.Text.Json.Serialization;

namespace Microsoft.Graph.Models;

public class BaseCollectionPaginationCountResponse
{
    /// <summary>The address of the next page, to be used as it is; null on the last.</summary>
    [JsonPropertyName("@odata.nextLink")]
    public string? OdataNextLink { get; set; }
}
