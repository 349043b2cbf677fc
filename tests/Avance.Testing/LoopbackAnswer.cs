namespace Avance.Testing;

/// <summary>What a <see cref="LoopbackService"/> answers.</summary>
/// <param name="Body">Null sends no body and no content type.</param>
public sealed record LoopbackAnswer(int Status, string? Body = null, string ContentType = "application/json")
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
