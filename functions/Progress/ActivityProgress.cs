namespace Avance.Functions.Progress;

/// <summary>The progress of an activity in a period, as it was saved, sent, returned or accepted.</summary>
/// <param name="Version">1 for the first that was saved; each save, submission and decision counts one more. A save overwrites the one before, the others are kept.</param>
/// <param name="Content">What the unit filled in.</param>
/// <param name="Observation">What the secretariat asked to correct when it last returned it; else empty.</param>
/// <param name="Late">True if it was sent after the period was due.</param>
/// <param name="By">Who made the version.</param>
/// <param name="Counted">The goals as last sent, which the reports count; empty before the first submission.</param>
public sealed record ActivityProgress(
    ActivityNumber Activity,
    Period Period,
    int Version,
    ProgressState State,
    ProgressContent Content,
    string Observation,
    bool Late,
    string By,
    DateTimeOffset At,
    ValueList<ReportedGoal> Counted
)
{
    /// <summary>The files that were sent with what was last sent; empty before.</summary>
    public ValueList<EvidenceEntry> Evidence { get; init; } = [];

    /// <summary>The W3C <c>traceparent</c> of the request that made the version; null if nothing was exported, and in rows of earlier code.</summary>
    public string? TraceParent { get; init; }
}
