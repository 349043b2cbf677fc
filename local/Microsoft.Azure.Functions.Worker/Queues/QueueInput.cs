using System.Text;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Queues;

internal sealed class QueueInput(QueueMessage message, byte[] body) : TriggerInput
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public override IReadOnlyDictionary<string, object?> BindingData { get; } =
        new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["QueueTrigger"] = Encoding.UTF8.GetString(body),
            ["Id"] = message.MessageId,
            ["DequeueCount"] = message.DequeueCount,
            ["InsertionTime"] = message.InsertedOn,
            ["ExpirationTime"] = message.ExpiresOn,
            ["NextVisibleTime"] = message.NextVisibleOn,
            ["PopReceipt"] = message.PopReceipt,
        };

    public override ValueTask<object?> ReadAsync(Type type, CancellationToken cancellationToken) =>
        new(
            type == typeof(string) ? Encoding.UTF8.GetString(body)
            : type == typeof(byte[]) ? body
            : type == typeof(BinaryData) ? BinaryData.FromBytes(body)
            : type == typeof(QueueMessage) ? message
            : JsonSerializer.Deserialize(body, type, Json)
        );
}
