using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Avance.Functions.Access;

namespace Avance.Bench;

/// <summary>An app as it is run: the Functions host on a free port of the loopback address, and behind it the worker.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private const int LinesKept = 40;
    private const string Never = "0 0 0 1 1 *";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TimersKnown = TimeSpan.FromMinutes(2);
    private static readonly string HostFile = BuiltFolder("local/FunctionsHost", "Avance.FunctionsHost.dll");

    private readonly Process process;
    private readonly CancellationToken token;
    private readonly ConcurrentQueue<string> log = new();

    private AppProcess(Process process, Uri address, CancellationToken token)
    {
        this.process = process;
        this.token = token;
        Client = new HttpClient { BaseAddress = address, Timeout = RequestTimeout };
        Host = new LinuxProcess(process.Id);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    public LinuxProcess Host { get; }

    public LinuxProcess Worker { get; private set; } = null!;

    /// <summary>Milliseconds from the start of the host to the first answer of the worker.</summary>
    public double StartTook { get; private set; }

    /// <summary>Starts the app as <c>./bench</c> has built it, and returns when it reaches its storage.</summary>
    /// <param name="disabled">Functions that are switched off.</param>
    public static Task<AppProcess> StartAsync(string storage, CancellationToken token, params string[] disabled)
    {
        var settings = Settings(storage);
        foreach (var function in disabled)
        {
            settings[$"AzureWebJobs.{function}.Disabled"] = "true";
        }

        return StartAsync(BuiltFolder("functions"), "/api/health", settings, token);
    }

    /// <summary>Starts the app of a folder, and returns when the path answers 200: <see cref="StartTook"/> tells when.</summary>
    /// <param name="at">Where it listens; null for a free port.</param>
    public static async Task<AppProcess> StartAsync(
        string folder,
        string path,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken token,
        Uri? at = null
    )
    {
        var address = at ?? FreeAddress();
        var start = new ProcessStartInfo("dotnet", [HostFile, folder, address.OriginalString])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["Access__Address"] = address.OriginalString;
        var since = Stopwatch.GetTimestamp();
        var app = new AppProcess(Process.Start(start)!, address, token);
        try
        {
            await app.WaitAsync(path, since);
            app.Worker = app.Host.Children.Single();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>The folder that a project of the checkout is built to, or a file in there.</summary>
    public static string BuiltFolder(string project, string file = "") =>
        RepositoryRoot.File($"{project}/bin/Release/net10.0/{file}");

    /// <summary>The settings with which the app takes anybody's word for who they are, and no timer fires by itself.</summary>
    public static Dictionary<string, string> Settings(string storage, string environment = "Development")
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.File("local.settings.sample.json")));
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in sample.RootElement.GetProperty("Values").EnumerateObject())
        {
            var isSchedule = setting.Name.EndsWith("Schedule", StringComparison.Ordinal);
            settings[setting.Name] = isSchedule ? Never : setting.Value.GetString()!;
        }

        settings["AzureWebJobsStorage"] = storage;
        settings["DataStorage"] = storage;
        settings["EventGrid__evidence"] = "evidence-events";
        settings["AZURE_FUNCTIONS_ENVIRONMENT"] = environment;
        return settings;
    }

    /// <summary>Sends a request as somebody.</summary>
    /// <param name="caller">As <see cref="DevelopmentSignIn"/> takes it.</param>
    /// <param name="content">It is disposed of.</param>
    /// <returns>The body of the answer.</returns>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task<string> SendAsync(
        HttpMethod method,
        string path,
        string caller,
        HttpContent? content,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers.Append((DevelopmentSignIn.Header, caller)))
        {
            request.Headers.Add(name, value);
        }

        using var answer = await Client.SendAsync(request, token);
        var body = await answer.Content.ReadAsStringAsync(token);
        return answer.IsSuccessStatusCode
            ? body
            : throw Failure($"{method} {path} was answered {(int)answer.StatusCode}: {body}");
    }

    /// <summary>Fires a timer.</summary>
    /// <returns>When it was fired.</returns>
    public async Task<long> FireAsync(string function)
    {
        var path = new Uri($"/admin/functions/{function}", UriKind.Relative);
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < TimersKnown; )
        {
            var now = Stopwatch.GetTimestamp();
            using var answer = await Client.PostAsync(path, null, token);
            if (answer.IsSuccessStatusCode)
            {
                return now;
            }

            // The host serves HTTP a moment before it knows its timers.
            await Task.Delay(100, token);
        }

        throw Failure($"The timer of {function} could not be fired.");
    }

    /// <summary>Keeps it from running, or lets it. Its locks last seconds: it must not sleep longer.</summary>
    /// <param name="signal"><c>STOP</c> or <c>CONT</c>.</param>
    public void Signal(string signal)
    {
        Host.Signal(signal);
        Worker.Signal(signal);
    }

    /// <summary>Host and worker end at once, as by <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().WaitAsync(StopTimeout);
    }

    public Exception Failure(string what) => new InvalidOperationException($"{what}\n{string.Join('\n', log)}");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
        {
            // The host gives its locks back, which the next one on the same storage would wait for.
            Host.Signal("TERM");
        }

        await process.WaitForExitAsync().WaitAsync(StopTimeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().WaitAsync(StopTimeout);
        process.Dispose();
    }

    /// <summary>An address at which nothing listens.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private async Task WaitAsync(string path, long since)
    {
        while (!process.HasExited && Stopwatch.GetElapsedTime(since) < StartTimeout)
        {
            try
            {
                using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), token);
                if (answer.IsSuccessStatusCode)
                {
                    StartTook = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(2, token);
        }

        throw Failure($"The app did not answer {path}.");
    }

    private void Keep(string? line)
    {
        log.Enqueue(line ?? "");
        if (log.Count > LinesKept)
        {
            log.TryDequeue(out _);
        }
    }
}
