using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>On a method: what it returns is sent as a message, or as one each if it is an array.</summary>
public sealed class QueueOutputAttribute(string queueName) : OutputBindingAttribute
{
    public string QueueName { get; } = queueName;

    /// <summary>Default: <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}
