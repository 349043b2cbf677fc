namespace Avance.Functions.Backups;

/// <summary>What is in a back-up: <c>manifest.json</c>, its last file. Without it the back-up is not whole.</summary>
/// <param name="FormatVersion">1; a higher one is refused by code that does not know it.</param>
/// <param name="AppVersion">Of the app that wrote it.</param>
/// <param name="From">When the first row was read.</param>
/// <param name="Until">When the last one was: what was written in between may be there or not.</param>
/// <param name="Parts">All files but itself, in their order.</param>
public sealed record BackupManifest(
    int FormatVersion,
    PlanId Plan,
    string AppVersion,
    DateTimeOffset From,
    DateTimeOffset Until,
    ValueList<BackupPart> Parts
)
{
    public const int CurrentFormat = 1;
    public const string Name = "manifest.json";

    /// <summary>How many rows it has.</summary>
    public int Rows() => Parts.Sum(part => part.Rows ?? 0);

    /// <summary>How many blobs it has.</summary>
    public int Files() => Parts.Count(part => part.Blob is not null);

    /// <summary>How many bytes its parts have.</summary>
    public long Bytes() => Parts.Sum(part => part.Size);
}
