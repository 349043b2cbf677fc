namespace Avance.Functions.Reports;

/// <summary>A snapshot that a run left.</summary>
/// <param name="At">When it was written.</param>
public sealed record KeptSnapshot(string RunId, DateTimeOffset At);
