namespace Avance.Functions.Evidence;

/// <summary>An uploaded file as the API shows it.</summary>
/// <param name="Documents">The file itself first, then the documents in it; empty until the file is read.</param>
public record EvidenceView(
    EvidenceId Id,
    string Name,
    long Size,
    string Sha256,
    EvidenceState State,
    string By,
    DateTimeOffset At,
    ValueList<DocumentSummary> Documents
)
{
    public static EvidenceView Of(StoredEvidence file) =>
        new(file.Id, file.Name, file.Size, file.Sha256, file.State, file.By, file.At, []);
}
