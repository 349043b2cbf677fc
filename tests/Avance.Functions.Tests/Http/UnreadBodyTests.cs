using System.Net.Sockets;
using System.Text;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Http;

/// <summary>Bodies that no function reads and that do not end: nobody keeps the app at reading them.</summary>
public sealed class UnreadBodyTests(AzuriteFixture azurite)
{
    // On a machine that does nothing else it takes some seconds: the servers on the way wait five for a body to end.
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_BodyWithoutEndFromSomebodyUnknown_IsBrokenOffAfterSomeMegabytes()
    {
        await using var app = await StartAsync();
        using var caller = await ConnectAsync(app, signIn: "");

        using var sending = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var sent = SendAsync(caller, megabytes: 16, sending.Token);
        await ShouldBeBrokenOffAsync(caller);

        await sending.CancelAsync();
        await sent;
    }

    [Fact]
    public async Task Send_BodyThatTrickles_IsBrokenOffAfterHalfAMinute()
    {
        await using var app = await StartAsync();
        using var caller = await ConnectAsync(app, "X-Avance-Caller: unit-reporter plan-de-prueba OGRH\r\n");

        using var sending = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var sent = SendAsync(caller, megabytes: 0, sending.Token);
        var answer = ShouldBeBrokenOffAsync(caller);
        while (!answer.IsCompleted)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(answer, Task.Delay(50, Cancel));
        }

        await answer;
        await sending.CancelAsync();
        await sent;
    }

    private async Task<AppDriver> StartAsync()
    {
        var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(22).Build());
        return app;
    }

    /// <summary>Begins an upload that is refused at once, since it is no form; its body is chunked.</summary>
    private static async Task<Socket> ConnectAsync(AppDriver app, string signIn)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(app.Address.Host, app.Address.Port, Cancel);
        var head =
            $"POST {EvidenceDriver.Path(22)} HTTP/1.1\r\nHost: {app.Address.Authority}\r\n{signIn}"
            + $"X-Upload-Id: {Guid.NewGuid()}\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(head), Cancel);
        return socket;
    }

    /// <summary>Sends that much at once, and then trickles until it is told to stop, or nobody takes it.</summary>
    private static async Task SendAsync(Socket socket, int megabytes, CancellationToken stop)
    {
        try
        {
            for (var sent = 0; sent < megabytes; sent++)
            {
                await SendChunkAsync(socket, 1_048_576, stop);
            }

            while (!stop.IsCancellationRequested)
            {
                await SendChunkAsync(socket, 512, stop);
                await Task.Delay(20, stop);
            }
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            // The connection is closed, or the test has its answer.
        }
    }

    private static async Task SendChunkAsync(Socket socket, int length, CancellationToken stop)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes($"{length:x}\r\n"), .. new byte[length], .. "\r\n"u8];
        for (var left = chunk.AsMemory(); !left.IsEmpty; )
        {
            left = left[await socket.SendAsync(left, stop)..];
        }
    }

    /// <summary>The request is refused, or the connection ends without an answer.</summary>
    private static async Task ShouldBeBrokenOffAsync(Socket socket)
    {
        var answer = new byte[1_024];
        try
        {
            var length = await socket.ReceiveAsync(answer, Cancel).AsTask().WaitAsync(Generous, Cancel);
            Encoding.ASCII.GetString(answer, 0, length).ShouldMatch(@"^($|HTTP/1\.1 [45])");
        }
        catch (SocketException)
        {
            // Broken off.
        }
    }
}
