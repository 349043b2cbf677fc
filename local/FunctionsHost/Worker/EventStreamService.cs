using System.Collections.Concurrent;
using Avance.FunctionsHost.Protocol;
using Grpc.Core;
using RpcException = Grpc.Core.RpcException;

namespace Avance.FunctionsHost.Worker;

/// <summary>Where workers call. The first message of each says which it is; one that nobody waits for is turned away.</summary>
internal sealed class EventStreamService(WorkerLobby lobby) : FunctionRpc.FunctionRpcBase
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
            || !lobby.Expected.TryRemove(start.WorkerId, out var channel)
        )
        {
            throw new RpcException(new Status(StatusCode.PermissionDenied, "No such worker is expected."));
        }

        await channel.RunAsync(requestStream, responseStream, context.CancellationToken);
    }
}

/// <summary>The channels of workers that were started and have not called yet, by their ids.</summary>
internal sealed class WorkerLobby
{
    public ConcurrentDictionary<string, WorkerChannel> Expected { get; } = new(StringComparer.Ordinal);
}
