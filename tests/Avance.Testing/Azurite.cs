using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Avance.Testing;

/// <summary>
/// A storage server for tests: Azurite in memory, on free ports of the loopback address. Each call of
/// <see cref="NewAccount"/> hands out an empty storage account, so that tests need not clean up.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;
    private readonly StorageAccounts accounts;

    private Azurite(Process process, string folder, int[] ports)
    {
        this.process = process;
        this.folder = folder;
        accounts = new StorageAccounts(ports);
    }

    /// <summary>How long the server has computed, on all processors together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the server and waits until its three services answer (at most 60 s).</summary>
    public static async Task<Azurite> StartAsync(CancellationToken cancellationToken = default)
    {
        var script = RepositoryRoot.File("local/azurite/node_modules/azurite/dist/src/azurite.js");
        if (!File.Exists(script))
        {
            throw new InvalidOperationException(
                "Azurite is not installed: run ./test once, or `npm ci` in local/azurite."
            );
        }

        var workspace = Directory.CreateTempSubdirectory("avance-azurite-").FullName;
        var ports = FreePorts(3);
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workspace,
        };
        string[] arguments =
        [
            script,
            "--silent",
            "--skipApiVersionCheck",
            "--disableTelemetry",
            "--inMemoryPersistence",
            "--blobPort",
            $"{ports[0]}",
            "--queuePort",
            $"{ports[1]}",
            "--tablePort",
            $"{ports[2]}",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AZURITE_ACCOUNTS"] = StorageAccounts.ForAzurite;
        var node = Process.Start(start) ?? throw new InvalidOperationException("node could not be started.");
        node.OutputDataReceived += (_, _) => { };
        node.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
        var server = new Azurite(node, workspace, ports);
        foreach (var port in ports)
        {
            await WaitForAsync(node, port, cancellationToken);
        }

        return server;
    }

    /// <inheritdoc cref="StorageAccounts.New"/>
    public string NewAccount() => accounts.New();

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            foreach (var listener in listeners)
            {
                listener.Start();
            }

            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in listeners)
            {
                listener.Dispose();
            }
        }
    }

    private static async Task WaitForAsync(Process process, int port, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return;
            }
            catch (SocketException) when (waited.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }
}
