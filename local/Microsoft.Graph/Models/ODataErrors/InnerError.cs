using System.Text.Json.Serialization;

namespace Microsoft.Graph.Models.ODataErrors;

/// <summary>What Microsoft's support asks for.</summary>
public class InnerError
{
    [JsonPropertyName("client-request-id")]
    public string? ClientRequestId { get; set; }

    [JsonPropertyName("request-id")]
    public string? RequestId { get; set; }
}
