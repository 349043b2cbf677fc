using System.Text.Json;
using Azure.Storage.Queues.Models;

namespace Avance.FunctionsHost.TestApp;

internal sealed class MessageFunctions(Calls calls)
{
    public const string Queue = "messages";

    [Function("Messages")]
    public Task Messages(
        [QueueTrigger(Queue)] string text,
        FunctionContext context,
        CancellationToken cancellationToken
    ) =>
        calls.RunAsync(
            JsonSerializer.Deserialize<Instruction>(text, JsonSerializerOptions.Web)!,
            new Dictionary<string, string?>
            {
                ["text"] = text,
                ["at"] = TimeProvider.System.GetUtcNow().ToString("O"),
                ["dequeueCount"] = $"{context.BindingContext.BindingData["DequeueCount"]}",
                ["names"] = string.Join(' ', context.BindingContext.BindingData.Keys.Order(StringComparer.Ordinal)),
            },
            cancellationToken
        );

    /// <summary>Nobody makes its queue.</summary>
    [Function("NeverMade")]
    public static void NeverMade([QueueTrigger("never-made")] string text) =>
        throw new InvalidOperationException($"There is no queue, and there is a message: {text}");
}
