using System.Text.Json;
using Avance.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Storage.Queues;

/// <summary>
/// Reads what the Functions host puts on the queue NAME-poison when a message has failed five times. The triggers of such
/// queues take the text: bound to a type, an unreadable message would fail there too, and end on a queue without a trigger.
/// </summary>
internal static partial class PoisonMessage
{
    public const string Suffix = "-poison";

    // The host's own messages have members that the app does not know.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="queue">The poison queue that it was on.</param>
    /// <param name="read">Converts the message; a <see cref="FormatException"/> means that it is unreadable.</param>
    /// <param name="logger">Logs an unreadable message, which is then dropped.</param>
    /// <returns>False if the message is unreadable.</returns>
    public static bool TryRead<TMessage, TRead>(
        string queue,
        string text,
        Func<TMessage, TRead> read,
        ILogger logger,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TRead? result
    )
        where TMessage : class
        where TRead : notnull
    {
        AppMetrics.CountFailedMessage(queue);
        try
        {
            if (JsonSerializer.Deserialize<TMessage>(text, Options) is { } message)
            {
                Traces.Link((message as QueuedMessage)?.TraceParent);
                result = read(message);
                return true;
            }
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            Log.Unreadable(logger, error, typeof(TMessage).Name);
        }

        result = default;
        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A {Message} that failed five times cannot be read, and is dropped.")]
        public static partial void Unreadable(ILogger logger, Exception error, string message);
    }
}
