namespace Avance.FunctionsHost.Worker;

/// <summary>The worker ended before it answered.</summary>
public sealed class WorkerLostException() : Exception("The worker ended before it answered.");
