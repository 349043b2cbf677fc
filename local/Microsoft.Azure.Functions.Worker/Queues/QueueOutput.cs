namespace Microsoft.Azure.Functions.Worker.Queues;

/// <summary>Sends what functions return to the queues that they name.</summary>
internal sealed class QueueOutput
{
    public Task SendAsync(QueueOutputAttribute output, object? value, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{output.QueueName} {value}");
}
