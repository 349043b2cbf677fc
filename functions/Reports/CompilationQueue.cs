using Avance.Functions.Storage.Queues;
using Azure.Storage.Queues;

namespace Avance.Functions.Reports;

/// <summary>Asks for the reports of a plan to be compiled: one message a plan.</summary>
public sealed class CompilationQueue(QueueServiceClient service, TimeProvider clock)
{
    public const string Name = "report-compilations";

    /// <summary>What failed five times.</summary>
    public const string Poison = Name + PoisonMessage.Suffix;

    private readonly LazyQueue<CompilationMessage> queue = new(service, Name);
    private readonly LazyQueue<CompilationMessage> poison = new(service, Poison);

    public Task EnqueueAsync(PlanId plan, CancellationToken cancellationToken) =>
        queue.SendAsync(new CompilationMessage(plan.ToString(), clock.GetUtcNow()), cancellationToken);

    /// <summary>
    /// Puts a message that failed five times into the poison queue again, to be handled after that time.
    /// </summary>
    public Task RequeueFailedAsync(CompilationMessage message, TimeSpan after, CancellationToken cancellationToken) =>
        poison.SendAsync(message, cancellationToken, after);
}
