namespace Avance.Functions.Backups;

/// <summary>A blob without its content.</summary>
/// <param name="Name">In its container.</param>
/// <param name="ContentType">Its media type; null if it has none.</param>
public sealed record StoredBlob(string Name, string? ContentType, IReadOnlyDictionary<string, string> Metadata);
