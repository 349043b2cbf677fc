using System.Collections.Concurrent;
using System.Diagnostics;

namespace Avance.FunctionsHost.Tests.Drivers;

/// <summary>Our host as the program that it is, in a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Avance.FunctionsHost.dll");

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private App? app;

    private HostProcess(IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var info = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.ArgumentList.Add(Program);
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings)
        {
            info.Environment[name] = value;
        }

        process = Process.Start(info)!;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The folder of the built test app.</summary>
    public static string AppDirectory { get; } =
        RepositoryRoot.File("tests/Avance.FunctionsHost.TestApp/bin/Release/net10.0");

    public App App => app!;

    public string Output => string.Join(Environment.NewLine, lines);

    /// <summary>Starts the program and waits for nothing.</summary>
    public static HostProcess Run(params IEnumerable<string> arguments) => new(arguments, []);

    /// <summary>Starts a host for the test app on a free port, and waits until it serves.</summary>
    public static async Task<HostProcess> StartAsync(
        string storage,
        params IEnumerable<(string Name, string Value)> settings
    )
    {
        var host = new HostProcess(
            [AppDirectory, "http://127.0.0.1:0"],
            [
                new("AzureWebJobsStorage", storage),
                .. settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)),
            ]
        );
        try
        {
            var line = await host.WaitForLineAsync(Listening);
            host.app = new App(new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]));
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the host logs a line that has a text in it.</summary>
    public Task<string> WaitForLineAsync(string text) =>
        Eventually.GetAsync(
            () =>
            {
                var line = lines.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal));
                (line is null && process.HasExited).ShouldBeFalse($"'{text}' was not logged:\n{Output}");
                return Task.FromResult(line);
            },
            $"'{text}' in the log:\n{Output}"
        );

    /// <summary>As <c>kill</c> and Ctrl-C do.</summary>
    /// <param name="signal">TERM or INT.</param>
    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Eventually.Bound);
        return process.ExitCode;
    }

    /// <summary>The host and its worker die, as by <c>kill -9</c>.</summary>
    public void Die() => process.Kill(entireProcessTree: true);

    public async ValueTask DisposeAsync()
    {
        app?.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Add(string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
