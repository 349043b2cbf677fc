namespace Avance.Functions.Progress;

/// <summary>Progress as the API shows it.</summary>
/// <param name="State">Null where nothing has been saved.</param>
public sealed record ProgressView(
    string Activity,
    string Period,
    int Version,
    ProgressState? State,
    ProgressContent? Content,
    string Observation,
    bool Late,
    string? By,
    DateTimeOffset? At,
    ValueList<EvidenceEntry> Evidence
)
{
    public static ProgressView Of(ProgressAddress address, ActivityProgress? progress) =>
        new(
            address.Activity.ToString(),
            address.Period.ToString(),
            progress?.Version ?? 0,
            progress?.State,
            progress?.Content,
            progress?.Observation ?? "",
            progress?.Late ?? false,
            progress?.By,
            progress?.At,
            progress?.Evidence ?? []
        );
}
