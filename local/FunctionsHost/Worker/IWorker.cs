namespace Avance.FunctionsHost.Worker;

/// <summary>A worker that runs. Disposing it ends it, whatever it does.</summary>
public interface IWorker : IAsyncDisposable
{
    /// <summary>Completes when the worker has ended.</summary>
    Task Ended { get; }
}
