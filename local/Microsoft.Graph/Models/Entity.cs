using System.Text.Json.Serialization;

namespace Microsoft.Graph.Models;

public class Entity
{
    public string? Id { get; set; }

    [JsonPropertyName("@odata.type")]
    public string? OdataType { get; set; }
}
