using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Local.Tests.Functions.App;

public sealed record Order(string Unit, int Number);

public sealed class QueueFunctions(Probe probe)
{
    [Function("QueueText")]
    public Task QueueText([QueueTrigger("texts")] string text, CancellationToken cancellationToken) =>
        probe.CallAsync(text, cancellationToken);

    [Function("QueueOrder")]
    public Task QueueOrder([QueueTrigger("%Test:Queue%")] Order order) => probe.CallAsync(order);

    [Function("QueueMessage")]
    public Task Message([QueueTrigger("messages")] QueueMessage message, long dequeueCount) =>
        probe.CallAsync((message.MessageText, dequeueCount));

    [Function("QueueBytes")]
    public Task Bytes([QueueTrigger("bytes")] byte[] body) => probe.CallAsync(body);

    [Function("QueueElsewhere")]
    public Task Elsewhere([QueueTrigger("elsewhere", Connection = "Other")] string text) => probe.CallAsync(text);

    [Function("Fan")]
    [QueueOutput("orders-out")]
    public static Order[] Fan([QueueTrigger("fan")] string unit) => [new(unit, 1), new(unit, 2)];
}
