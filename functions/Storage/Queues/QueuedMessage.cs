using System.Text.Json.Serialization;

namespace Avance.Functions.Storage.Queues;

/// <summary>A message of a <see cref="LazyQueue{TMessage}"/>.</summary>
public abstract record QueuedMessage
{
    /// <summary>The W3C <c>traceparent</c> of what sent it; null if nothing is exported, and in messages of earlier code.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceParent { get; init; }
}
