using Avance.Functions.Storage.Queues;

namespace Avance.Functions.Reports;

/// <summary>A message of the queue <see cref="CompilationQueue"/>: compile the reports of this plan.</summary>
/// <param name="AskedAt">When it was asked for: a run that started later has done what it asks; null in messages of before.</param>
public sealed record CompilationMessage(string Plan, DateTimeOffset? AskedAt = null) : QueuedMessage;
