namespace Avance.Functions.Reports;

/// <summary>A message of the queue <see cref="CompilationQueue"/>: compile the reports of this plan.</summary>
public sealed record CompilationMessage(string Plan);
