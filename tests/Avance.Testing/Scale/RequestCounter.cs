using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Avance.Testing.Scale;

/// <summary>Notes each request that a client of the storage really sends, repetitions included.</summary>
public sealed class RequestCounter
{
    private readonly ConcurrentQueue<StorageRequest> requests = [];

    /// <summary>The options with the counter in them.</summary>
    /// <param name="service">blob, queue or table.</param>
    public T In<T>(string service, T options)
        where T : ClientOptions
    {
        options.AddPolicy(new Policy(this, service), HttpPipelinePosition.PerRetry);
        return options;
    }

    /// <returns>What was sent since the last time.</returns>
    public IReadOnlyList<StorageRequest> Take()
    {
        var taken = new List<StorageRequest>();
        while (requests.TryDequeue(out var request))
        {
            taken.Add(request);
        }

        return taken;
    }

    private sealed class Policy(RequestCounter counter, string service) : HttpPipelinePolicy
    {
        /// <summary>Only the framework sends so, for its keys: they are no part of what a person does.</summary>
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            ProcessNext(message, pipeline);

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            if (await StorageRequestReader.ReadAsync(service, message.Request, message.Response) is { } request)
            {
                counter.requests.Enqueue(request);
            }
        }
    }
}
