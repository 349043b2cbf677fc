using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Avance.Testing;

/// <summary>
/// Counts the requests of a client, and makes the process "crash" at one of those that write: before it reaches the
/// storage, or after, when only its answer is lost.
/// </summary>
public sealed class FaultPolicy : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<string> requests = [];
    private int writes;
    private int reads;
    private volatile bool ended;

    /// <summary>Which write fails, from 1; 0 for none.</summary>
    public int FailAtWrite { get; set; }

    /// <summary>True if the storage still gets the request.</summary>
    public bool AfterSending { get; set; }

    /// <summary>True if nothing of the process lives on: after the write that fails, every request does, until the next start.</summary>
    public bool Ends { get; set; }

    /// <summary>True if reads fail too, as when the storage is gone.</summary>
    public bool FailReads { get; set; }

    /// <summary>Runs before each write reaches the storage, with its number.</summary>
    public Func<int, Task>? BeforeWrite { get; set; }

    public int Writes => writes;

    public int Reads => reads;

    /// <summary>Method and address of each request that was counted.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    public void Reset()
    {
        writes = 0;
        reads = 0;
        requests.Clear();
        FailAtWrite = 0;
        FailReads = false;
        ended = false;
    }

    /// <summary>Only the framework reads and writes so, its keys: they are neither counted nor lost.</summary>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (ended || (FailReads && message.Request.Method == RequestMethod.Get))
        {
            throw new CrashException();
        }

        var isRead = message.Request.Method == RequestMethod.Get;
        var isTable = message.Request.Uri.Path.EndsWith("Tables", StringComparison.Ordinal);
        var number =
            isTable ? 0
            : isRead ? Interlocked.Increment(ref reads)
            : Interlocked.Increment(ref writes);
        if (!isTable)
        {
            requests.Enqueue($"{message.Request.Method} {message.Request.Uri}");
        }

        var fails = !isRead && !isTable && number == FailAtWrite;
        ended = ended || (fails && Ends);
        if (!isRead && !isTable && BeforeWrite is { } before)
        {
            await before(number);
        }

        if (fails && !AfterSending)
        {
            throw new CrashException();
        }

        await ProcessNextAsync(message, pipeline);
        if (fails)
        {
            throw new CrashException();
        }
    }
}
