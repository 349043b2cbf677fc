namespace Avance.Functions.Reports.Runs;

/// <summary>What a run changed.</summary>
/// <param name="Since">The run that it is compared with; null if it was the first.</param>
/// <param name="Changes">In Spanish, a sentence each; empty if no figure changed.</param>
public sealed record RunChanges(ReportRun Run, ReportRun? Since, ValueList<string> Changes);
