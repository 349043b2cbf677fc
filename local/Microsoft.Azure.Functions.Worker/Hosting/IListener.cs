namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Waits for the events of a trigger and runs its function.</summary>
internal interface IListener
{
    string Name { get; }

    /// <summary>Returns when it was stopped and what it began has finished.</summary>
    Task RunAsync(CancellationToken stopping);
}
