using Azure;

namespace Avance.Functions.Progress;

/// <summary>The progress of an activity as it was read.</summary>
/// <param name="Progress">Null if there is none.</param>
/// <param name="ETags">The ETag of each row read, by row key.</param>
public sealed record StoredProgress(ActivityProgress? Progress, IReadOnlyDictionary<string, ETag> ETags)
{
    /// <summary>The receipt of a draft; null for other states.</summary>
    public Receipt? Draft { get; init; }

    /// <summary>What is read where nothing has been saved.</summary>
    public static StoredProgress None { get; } = new(null, new Dictionary<string, ETag>(StringComparer.Ordinal));
}
