using System.Runtime.InteropServices;
using Avance.FunctionsHost;

// Runs the app in a folder: dotnet Avance.FunctionsHost.dll FOLDER [ADDRESS]. Settings are those of the environment.
if (args.Length is not (1 or 2))
{
    await Console.Error.WriteLineAsync("Usage: Avance.FunctionsHost FOLDER [ADDRESS]");
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

var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
await using var host = await FunctionAppHost.StartAsync(options);
await stop.Task;
return 0;

void Stop(PosixSignalContext signal)
{
    // A second signal ends the process at once, as it would without this.
    signal.Cancel = stop.TrySetResult();
}
