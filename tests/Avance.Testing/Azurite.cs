using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Avance.Testing;

/// <summary>
/// A storage server of its own for a test assembly: Azurite in memory, on free ports of the loopback address. Each
/// call of <see cref="NewAccount"/> hands out an empty storage account, so that tests need not clean up.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private const int Accounts = 1_000;
    private static readonly string Key = Convert.ToBase64String(
        SHA512.HashData(Encoding.UTF8.GetBytes("avance tests"))
    );

    private readonly Process process;
    private readonly string folder;
    private readonly int blobPort;
    private readonly int queuePort;
    private readonly int tablePort;
    private int handedOut = -1;

    private Azurite(Process process, string folder, int blobPort, int queuePort, int tablePort)
    {
        this.process = process;
        this.folder = folder;
        this.blobPort = blobPort;
        this.queuePort = queuePort;
        this.tablePort = tablePort;
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

        start.Environment["AZURITE_ACCOUNTS"] = string.Join(
            ';',
            Enumerable.Range(0, Accounts).Select(number => $"{AccountName(number)}:{Key}")
        );
        var node = Process.Start(start) ?? throw new InvalidOperationException("node could not be started.");
        node.OutputDataReceived += (_, _) => { };
        node.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
        var server = new Azurite(node, workspace, ports[0], ports[1], ports[2]);
        foreach (var port in ports)
        {
            await WaitForAsync(node, port, cancellationToken);
        }

        return server;
    }

    /// <summary>The connection string of a storage account that nobody has used yet.</summary>
    public string NewAccount()
    {
        var number = Interlocked.Increment(ref handedOut);
        if (number >= Accounts)
        {
            throw new InvalidOperationException($"More than {Accounts} storage accounts asked of one Azurite.");
        }

        var name = AccountName(number);
        return $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{blobPort}/{name};"
            + $"QueueEndpoint=http://127.0.0.1:{queuePort}/{name};"
            + $"TableEndpoint=http://127.0.0.1:{tablePort}/{name};";
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string AccountName(int number) => $"avancetest{number:D4}";

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
