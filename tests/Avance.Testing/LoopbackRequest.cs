using System.Text.Json;

namespace Avance.Testing;

/// <summary>A request that arrived at a <see cref="LoopbackService"/>, read whole.</summary>
/// <param name="Query">Unescaped.</param>
/// <param name="Headers">Names without case; several values of one header are joined by commas.</param>
public sealed record LoopbackRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body
)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
