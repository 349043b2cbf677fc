using System.Text.Json;

namespace Avance.Functions.Domain;

/// <summary>An item of a list cannot be read. The serializer adds the path of the list.</summary>
/// <param name="index">The item.</param>
/// <param name="start">Where the item begins in the text, in bytes.</param>
/// <param name="inner">What is wrong within the item: its path and line count from there; null if it is the item itself.</param>
internal sealed class ItemJsonException(int index, long start, JsonException? inner)
    : JsonException($"Item {index} of the list cannot be read.", inner)
{
    public int Index { get; } = index;

    public int Start { get; } = (int)start;
}
