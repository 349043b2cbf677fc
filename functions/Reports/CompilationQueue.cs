using System.Text.Json;
using Avance.Functions.Plans;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Avance.Functions.Reports;

/// <summary>Asks for the reports of a plan to be compiled: one message a plan.</summary>
public sealed class CompilationQueue(QueueServiceClient service)
{
    public const string Name = "report-compilations";

    private readonly QueueClient queue = service.GetQueueClient(Name);

    public async Task EnqueueAsync(PlanId plan, CancellationToken cancellationToken)
    {
        var message = JsonSerializer.Serialize(new CompilationMessage(plan.ToString()), Json.Options);
        try
        {
            await queue.SendMessageAsync(message, cancellationToken);
        }
        catch (RequestFailedException error) when (error.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await queue.SendMessageAsync(message, cancellationToken);
        }
    }
}
