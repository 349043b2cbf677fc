using System.Runtime.InteropServices;
using Avance.Bench;

if (BenchOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(BenchOptions.Usage);
    return 2;
}

// Half a million rows live in the memory of one Azurite; node's own limit would end it half-way.
Environment.SetEnvironmentVariable("NODE_OPTIONS", "--max-old-space-size=8192");
using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
stop.CancelAfter(options.Limit);
try
{
    await Run.AllAsync(options, stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine($"Stopped: interrupted, or not done within {options.Limit.TotalMinutes:0} minutes.");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    // Leaves the process alive until everything that was started has been stopped.
    signal.Cancel = true;
    stop.Cancel();
}
