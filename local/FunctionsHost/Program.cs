using System.Runtime.InteropServices;
using Avance.FunctionsHost;
using Avance.FunctionsHost.Worker;

// Runs the app in a folder: dotnet Avance.FunctionsHost.dll FOLDER [ADDRESS]. Settings are those of the environment.
if (args.Length is not (1 or 2) || (args is [_, var text] && !IsAddress(text)))
{
    await Console.Error.WriteLineAsync("Usage: Avance.FunctionsHost FOLDER [http://HOST:PORT]");
    return 2;
}

var options = new FunctionsHostOptions
{
    AppDirectory = Path.GetFullPath(args[0]),
    ConfigureLogging = logging => logging.AddSimpleConsole(console => console.SingleLine = true),
};
if (args is [_, var address])
{
    options = options with { Address = new Uri(address) };
}

using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using var host = await FunctionAppHost.StartAsync(options, stopping.Token);
    Console.WriteLine($"Listening on {host.Address}");
    await Task.Delay(Timeout.InfiniteTimeSpan, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    Console.WriteLine("Stopping: what is in flight ends first");
    return 0;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 0;
}
catch (Exception error)
    when (error is InvalidOperationException or TimeoutException or IOException or WorkerLostException)
{
    await Console.Error.WriteLineAsync($"The app cannot be run: {error.Message}");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    // A second signal ends the process at once, as it would without this.
    signal.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
}

static bool IsAddress(string text) =>
    Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp;
