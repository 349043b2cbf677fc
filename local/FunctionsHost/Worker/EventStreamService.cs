using System.Collections.Concurrent;
using Avance.FunctionsHost.Protocol;
using Grpc.Core;
using RpcException = Grpc.Core.RpcException;

namespace Avance.FunctionsHost.Worker;

/// <summary>The gRPC service that workers connect to. The first message of a worker has its id; a worker that is not expected is refused.</summary>
internal sealed class EventStreamService(PendingWorkers pending) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context
    )
    {
        if (
            !await requestStream.MoveNext(context.CancellationToken)
            || requestStream.Current.StartStream is not { } start
            || !pending.Expected.TryRemove(start.WorkerId, out var channel)
        )
        {
            throw new RpcException(new Status(StatusCode.PermissionDenied, "No such worker is expected."));
        }

        await channel.RunAsync(requestStream, responseStream, context.CancellationToken);
    }
}

/// <summary>The channels of workers that were started and have not connected yet, by worker id.</summary>
internal sealed class PendingWorkers
{
    public ConcurrentDictionary<string, WorkerChannel> Expected { get; } = new(StringComparer.Ordinal);
}
