namespace Avance.Functions.Evidence;

/// <summary>An uploaded file as the API shows it.</summary>
public sealed record EvidenceView(
    string Id,
    string Name,
    long Size,
    string Sha256,
    EvidenceState State,
    string By,
    DateTimeOffset At
)
{
    public static EvidenceView Of(StoredEvidence file) =>
        new(file.Id.ToString(), file.Name, file.Size, file.Sha256, file.State, file.By, file.At);
}
