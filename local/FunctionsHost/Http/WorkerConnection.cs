using System.Diagnostics;
using System.Net.Sockets;

namespace Avance.FunctionsHost.Http;

/// <summary>
/// A connection to the worker's HTTP server. A worker that refuses a body answers and closes the connection while the body is
/// still being sent: the rest of the body is dropped, so that the answer is read and passed on.
/// </summary>
internal sealed class WorkerConnection(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    // After that a body that does not end is an error.
    private static readonly TimeSpan LongestDrop = TimeSpan.FromSeconds(30);

    private long? closedAt;

    public static async ValueTask<Stream> OpenAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new WorkerConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            if (closedAt is null)
            {
                await base.WriteAsync(buffer, cancellationToken);
                return;
            }
        }
        catch (IOException)
        {
            closedAt = Stopwatch.GetTimestamp();
        }

        if (Stopwatch.GetElapsedTime(closedAt.Value) > LongestDrop)
        {
            throw new IOException("The worker hung up long ago.");
        }
    }
}
