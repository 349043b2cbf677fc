using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Avance.Functions.Persons;

/// <summary>A place in the storage where a person is named.</summary>
/// <param name="Table">The table, as docs/storage describes it.</param>
/// <param name="Key">Partition and row key.</param>
/// <param name="Column">The column; of JSON with the way to the value: <c>Content.to</c>.</param>
/// <param name="Value">The text or the object that names the person.</param>
public sealed record PersonOccurrence(string Table, string Key, string Column, JsonNode Value)
{
    /// <summary>What the row says of when and what, so that the value is understood without it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonObject? Row { get; init; }
}
