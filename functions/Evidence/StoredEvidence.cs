using Azure;

namespace Avance.Functions.Evidence;

/// <summary>A file that a unit uploaded to prove what it did. It never changes: a correction is another file.</summary>
/// <param name="Address">The activity and period that it proves.</param>
/// <param name="Name">Its name on the unit's device, to show to people; never used as a path.</param>
/// <param name="Size">In bytes, more than 0.</param>
/// <param name="Sha256">Of its content, 64 lower-case hexadecimal digits.</param>
/// <param name="By">The <see cref="Caller.Name"/> of the uploader.</param>
/// <param name="At">When it had arrived completely.</param>
/// <param name="State">The state of its reading.</param>
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

    /// <summary>The generation of the readers that read it (<see cref="Documents.Reading.DocumentReader.GenerationFor"/>); empty if it is to be read again.</summary>
    public string ReadWith { get; init; } = "";

    /// <summary>When the run that reads it began; null if no run has set the state Reading.</summary>
    public DateTimeOffset? ReadingSince { get; init; }

    /// <summary>When it was last withdrawn; null if it never was.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The W3C <c>traceparent</c> of the upload; null if nothing was exported, and in rows of earlier code.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The summary of its facts that a form shows; null until it is read, and in rows of older versions of the app.</summary>
    public CompressedSummary? Summary { get; init; }

    /// <summary>The ETag of its row as it was loaded.</summary>
    public ETag ETag { get; init; }

    /// <summary>True while the file is not completely read.</summary>
    public bool IsPending => State is EvidenceState.Received or EvidenceState.Reading;

    /// <summary>
    /// True for a file that arrived within the last minute and is not read yet. The claim's examination waits for it, since the
    /// files of an upload are read one after another.
    /// </summary>
    public bool IsAwaited(DateTimeOffset now) => IsPending && At > now - AnnouncementTime;
}
