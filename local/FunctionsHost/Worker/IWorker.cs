namespace Avance.FunctionsHost.Worker;

/// <summary>A running worker. Disposing it ends it, even while functions run.</summary>
public interface IWorker : IAsyncDisposable
{
    /// <summary>Completes when the worker has ended.</summary>
    Task Ended { get; }
}
