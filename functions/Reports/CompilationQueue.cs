using Avance.Functions.Plans;
using Azure.Storage.Queues;

namespace Avance.Functions.Reports;

/// <summary>Asks for the reports of a plan to be compiled: one message a plan.</summary>
public sealed class CompilationQueue(QueueServiceClient service)
{
    public const string Name = "report-compilations";

    private readonly LazyQueue<CompilationMessage> queue = new(service, Name);

    public Task EnqueueAsync(PlanId plan, CancellationToken cancellationToken) =>
        queue.SendAsync(new CompilationMessage(plan.ToString()), cancellationToken);
}
