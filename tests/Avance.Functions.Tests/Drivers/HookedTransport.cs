using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Drivers;

/// <summary>The network between the app and its storage, in which a test has things happen.</summary>
/// <param name="hook">Is called for each request; its second argument sends it.</param>
public sealed class HookedTransport(Func<Request, Func<Task>, Task> hook) : HttpPipelineTransport
{
    private static readonly HttpClientTransport Network = new();

    /// <summary>The first so many transactions are carried out, and their answers get lost.</summary>
    public static HookedTransport LosingAnswers(int count)
    {
        var left = count;
        return new HookedTransport(
            async (request, send) =>
            {
                await send();
                if (IsTransaction(request) && Interlocked.Decrement(ref left) >= 0)
                {
                    throw new RequestFailedException("The answer got lost.", new IOException());
                }
            }
        );
    }

    public static bool IsTransaction(Request request) => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);

    public TableServiceClient Connect(string storage, int tries = 3)
    {
        var options = new TableClientOptions { Transport = this };
        options.Retry.MaxRetries = tries - 1;
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        return new TableServiceClient(storage, options);
    }

    public override Request CreateRequest() => Network.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message) =>
        await hook(message.Request, () => Network.ProcessAsync(message).AsTask());
}
