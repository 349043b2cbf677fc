using Azure;

namespace Avance.Functions.Evidence;

/// <summary>A file that a unit uploaded to prove what it did. It never changes: a correction is another file.</summary>
/// <param name="Address">The activity and period that it proves.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it was called on the unit's device, for people; never a path.</param>
/// <param name="Size">In bytes, more than 0.</param>
/// <param name="Sha256">Of its content, 64 lower-case hexadecimal digits.</param>
/// <param name="By">Who uploaded it.</param>
/// <param name="At">When it had arrived whole.</param>
/// <param name="State">How far its reading has come.</param>
public sealed record StoredEvidence(
    ProgressAddress Address,
    EvidenceId Id,
    string Name,
    long Size,
    string Sha256,
    string By,
    DateTimeOffset At,
    EvidenceState State
)
{
    private static readonly TimeSpan AnnouncementTime = TimeSpan.FromMinutes(1);

    /// <summary>What read it (<see cref="Documents.Reading.DocumentReader.MarkFor"/>); empty if it was not read, or not for good.</summary>
    public string ReadWith { get; init; } = "";

    /// <summary>When the run that reads it began; null before any has taken long enough to say so.</summary>
    public DateTimeOffset? ReadingSince { get; init; }

    /// <summary>When it was taken back, the last time that it was; null if it never was.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>What a form shows of what was read of it; null before, and in rows of before it was kept.</summary>
    public PackedSummary? Summary { get; init; }

    /// <summary>Of its row as it was read.</summary>
    public ETag ETag { get; init; }

    /// <summary>True while its facts are still to come.</summary>
    public bool IsPending => State is EvidenceState.Received or EvidenceState.Reading;

    /// <summary>
    /// True while its claim is better not examined without it: the files of an upload are read one after another.
    /// </summary>
    public bool IsAwaited(DateTimeOffset now) => IsPending && At > now - AnnouncementTime;
}
