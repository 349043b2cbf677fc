using System.Text.Json;

namespace Avance.Functions.Domain;

/// <summary>An item of a list cannot be read. The serializer adds the path of the list.</summary>
/// <param name="index">The position of the item, from 0.</param>
/// <param name="start">Where the item begins in the text, in bytes.</param>
/// <param name="inner">The error within the item, with path and line counted from the item; null if the item is null.</param>
internal sealed class ItemJsonException(int index, long start, JsonException? inner)
    : JsonException($"Item {index} of the list cannot be read.", inner)
{
    public int Index { get; } = index;

    public int Start { get; } = (int)start;
}
