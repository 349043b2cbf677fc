using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Avance.Testing;

namespace Avance.Bench;

/// <summary>An app as a process of its own, on a free port of the loopback address.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private const int LinesKept = 20;
    private const string Never = "0 0 0 1 1 *";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private readonly ConcurrentQueue<string> log = new();

    private AppProcess(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(100) };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The app as <c>./bench</c> has built it.</summary>
    public static string Built { get; } = RepositoryRoot.File("functions/bin/Release/net10.0/Avance.Functions.dll");

    public HttpClient Client { get; }

    public int Id => process.Id;

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan StartTook { get; private set; }

    /// <summary>The most memory that the process has had, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>How long it has computed, on all processors together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the app and returns when the path answers 200, which <see cref="StartTook"/> then tells.</summary>
    public static async Task<AppProcess> StartAsync(
        string dll,
        string path,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken cancellationToken
    )
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [dll])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(dll)!,
        };
        start.Environment["ASPNETCORE_URLS"] = address.OriginalString;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var since = Stopwatch.GetTimestamp();
        var app = new AppProcess(Process.Start(start)!, address);
        try
        {
            await app.WaitAsync(path, since, cancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>The settings with which the app takes anybody's word for who they are, and no timer fires by itself.</summary>
    public static Dictionary<string, string> Settings(string storage, string environment = "Development")
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.File("local.settings.sample.json")));
        var settings = sample
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .ToDictionary(
                setting => setting.Name,
                setting =>
                    setting.Name.EndsWith("Schedule", StringComparison.Ordinal) ? Never : setting.Value.GetString()!,
                StringComparer.Ordinal
            );
        settings["AzureWebJobsStorage"] = storage;
        settings["AZURE_FUNCTIONS_ENVIRONMENT"] = environment;
        return settings;
    }

    /// <summary>Keeps it from running until <see cref="Resume"/>. Its locks last seconds: it must not sleep longer.</summary>
    public void Pause() => Signal("STOP");

    public void Resume() => Signal("CONT");

    public Exception Failure(string what) => new InvalidOperationException($"{what}\n{string.Join('\n', log)}");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().WaitAsync(StopPatience);
        process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, $"{process.Id}"]);
        kill.WaitForExit();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync(string path, long since, CancellationToken cancellationToken)
    {
        while (!process.HasExited && Stopwatch.GetElapsedTime(since) < Patience)
        {
            try
            {
                using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    StartTook = Stopwatch.GetElapsedTime(since);
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(2, cancellationToken);
        }

        throw Failure($"The app did not answer {path}.");
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        log.Enqueue(line);
        if (log.Count > LinesKept)
        {
            log.TryDequeue(out _);
        }
    }
}
