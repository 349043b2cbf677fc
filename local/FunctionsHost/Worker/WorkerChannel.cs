using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Avance.FunctionsHost.Protocol;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RpcException = Grpc.Core.RpcException;

namespace Avance.FunctionsHost.Worker;

/// <summary>The message stream with one worker.</summary>
internal sealed partial class WorkerChannel(ILoggerFactory loggers)
{
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly Channel<StreamingMessage> answers = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StatusResult>> invocations = new(
        StringComparer.Ordinal
    );
    private readonly ILogger logger = loggers.CreateLogger<WorkerChannel>();

    /// <summary>Completes when the stream has ended.</summary>
    public Task Ended => answers.Reader.Completion;

    /// <summary>Where the worker serves HTTP; null if it has no HTTP functions.</summary>
    public Uri? HttpAddress { get; private set; }

    /// <summary>Reads and writes until the worker ends or its connection is lost; open invocations then fail.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<StreamingMessage> reader,
        IServerStreamWriter<StreamingMessage> writer,
        CancellationToken cancellationToken
    )
    {
        var writing = WriteAsync();
        try
        {
            while (await reader.MoveNext(cancellationToken))
            {
                Receive(reader.Current);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or RpcException)
        {
            Log.Lost(logger, error.Message);
        }
        finally
        {
            Close();
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task WriteAsync()
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(cancellationToken))
            {
                await writer.WriteAsync(message, cancellationToken);
            }
        }
    }

    /// <summary>Ends the stream; every open invocation fails.</summary>
    public void Close()
    {
        outgoing.Writer.TryComplete();
        answers.Writer.TryComplete();
        foreach (var invocation in invocations.Values)
        {
            invocation.TrySetException(new WorkerLostException());
        }
    }

    /// <summary>Initializes the worker, asks for its functions and has it load each.</summary>
    /// <returns>The functions that could be loaded.</returns>
    /// <exception cref="InvalidOperationException">The worker says why it cannot.</exception>
    /// <exception cref="WorkerLostException">The worker ended first.</exception>
    public async Task<IReadOnlyList<Function>> InitializeAsync(string appDirectory, CancellationToken cancellationToken)
    {
        var init = new WorkerInitRequest
        {
            HostVersion = "4.0.0",
            WorkerDirectory = appDirectory,
            FunctionAppDirectory = appDirectory,
        };
        var response = (await RequestAsync(new() { WorkerInitRequest = init }, cancellationToken)).WorkerInitResponse;
        Check(response.Result, "The worker did not start");
        HttpAddress = response.Capabilities.TryGetValue("HttpUri", out var address) ? new Uri(address) : null;

        var search = new FunctionsMetadataRequest { FunctionAppDirectory = appDirectory };
        var found = (
            await RequestAsync(new() { FunctionsMetadataRequest = search }, cancellationToken)
        ).FunctionMetadataResponse;
        Check(found.Result, "The worker could not say what functions there are");

        List<Function> loaded = [];
        foreach (var function in found.FunctionMetadataResults.Select(Function.From))
        {
            var load = new FunctionLoadRequest { FunctionId = function.Id, Metadata = function.Metadata };
            var answer = await RequestAsync(new() { FunctionLoadRequest = load }, cancellationToken);
            if (answer.FunctionLoadResponse.Result is { Status: not StatusResult.Types.Status.Success } failure)
            {
                Log.NotLoaded(logger, function.Name, Reason(failure));
            }
            else
            {
                loaded.Add(function);
            }
        }

        return loaded;
    }

    /// <summary>Has the worker run a function.</summary>
    /// <param name="input">The value of the trigger's parameter.</param>
    /// <param name="metadata">Further data of the trigger, by name.</param>
    /// <param name="invocationId">For an HTTP function, also sent with the forwarded request.</param>
    /// <param name="cancellationToken">Asks the function to stop; this still waits for its end.</param>
    /// <exception cref="FunctionFailedException">The function threw.</exception>
    /// <exception cref="OperationCanceledException">The function was cancelled.</exception>
    /// <exception cref="WorkerLostException">The worker ended first.</exception>
    public async Task InvokeAsync(
        Function function,
        TypedData input,
        IEnumerable<KeyValuePair<string, TypedData>> metadata,
        string invocationId,
        CancellationToken cancellationToken
    )
    {
        // What is not recorded here the worker would not record either: it begins a trace then.
        var trace = Activity.Current is { Recorded: true } current ? current : null;
        var request = new InvocationRequest
        {
            InvocationId = invocationId,
            FunctionId = function.Id,
            TraceContext = new RpcTraceContext
            {
                TraceParent = trace?.Id ?? "",
                TraceState = trace?.TraceStateString ?? "",
            },
            InputData =
            {
                new ParameterBinding { Name = function.ParameterName, Data = input },
            },
        };
        foreach (var (name, value) in metadata)
        {
            request.TriggerMetadata[name] = value;
        }

        var answered = new TaskCompletionSource<StatusResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        invocations[invocationId] = answered;
        try
        {
            Send(new() { InvocationRequest = request });
            await using var cancel = cancellationToken.Register(() => Cancel(invocationId));
            var result = await answered.Task;
            if (result.Status == StatusResult.Types.Status.Cancelled)
            {
                throw new OperationCanceledException($"{function.Name} was cancelled.");
            }

            if (result.Status != StatusResult.Types.Status.Success)
            {
                throw new FunctionFailedException(function.Name, result.Exception ?? new());
            }
        }
        finally
        {
            invocations.TryRemove(invocationId, out _);
        }
    }

    /// <summary>Asks the worker to end.</summary>
    public void Terminate(TimeSpan grace) =>
        outgoing.Writer.TryWrite(new() { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(grace) } });

    private void Cancel(string invocationId) =>
        outgoing.Writer.TryWrite(new() { InvocationCancel = new() { InvocationId = invocationId } });

    private async Task<StreamingMessage> RequestAsync(StreamingMessage request, CancellationToken cancellationToken)
    {
        Send(request);
        return await answers.Reader.WaitToReadAsync(cancellationToken) && answers.Reader.TryRead(out var answer)
            ? answer
            : throw new WorkerLostException();
    }

    private void Send(StreamingMessage message)
    {
        message.RequestId = Guid.NewGuid().ToString();
        if (!outgoing.Writer.TryWrite(message))
        {
            throw new WorkerLostException();
        }
    }

    private void Receive(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.RpcLog:
                Relay(message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (invocations.TryGetValue(message.InvocationResponse.InvocationId, out var invocation))
                {
                    invocation.TrySetResult(message.InvocationResponse.Result);
                }

                break;
            case StreamingMessage.ContentOneofCase.None:
                // A message that this host does not use.
                break;
            default:
                answers.Writer.TryWrite(message);
                break;
        }
    }

    private void Relay(RpcLog line)
    {
        if (line.Level == RpcLog.Types.Level.None)
        {
            return;
        }

        var category = line.Category is { Length: > 0 } named ? named : "Worker";
        var text = line.Exception is { } error ? $"{line.Message} {error.Message}{error.StackTrace}" : line.Message;
        Log.FromWorker(loggers.CreateLogger(category), (LogLevel)line.Level, text);
    }

    private static void Check(StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new InvalidOperationException($"{what}: {Reason(result)}");
        }
    }

    private static string Reason(StatusResult result) => result.Exception?.Message ?? result.Result;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The function {Function} could not be loaded: {Reason}")]
        public static partial void NotLoaded(ILogger logger, string function, string reason);

        [LoggerMessage(2, LogLevel.Debug, "The worker's stream ended: {Reason}")]
        public static partial void Lost(ILogger logger, string reason);

        [LoggerMessage(EventId = 3, Message = "{Line}")]
        public static partial void FromWorker(ILogger logger, LogLevel level, string line);
    }
}
