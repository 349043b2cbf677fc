namespace Avance.FunctionsHost.Worker;

/// <summary>The worker ended while it owed an answer.</summary>
public sealed class WorkerLostException() : Exception("The worker ended before it answered.");
