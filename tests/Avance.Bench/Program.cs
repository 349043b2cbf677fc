using System.Runtime.InteropServices;
using Avance.Bench;
using Avance.Bench.Reports;

if (args is [WrittenFile.Command, var format, var size])
{
    WrittenFile.Write(format, int.Parse(size, CultureInfo.InvariantCulture));
    return 0;
}

if (Run.Parse(args) is not { } run)
{
    Console.Error.WriteLine(Run.Usage);
    return 2;
}

// Half a million rows live in the memory of one Azurite; node's own limit would end it half-way.
Environment.SetEnvironmentVariable("NODE_OPTIONS", "--max-old-space-size=8192");
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
stop.CancelAfter(run.Limit);
try
{
    await run.MeasureAsync(stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine($"Stopped: interrupted, or not done within {run.Limit.TotalMinutes:0} minutes.");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    // Leaves the process alive until everything that was started has been stopped.
    signal.Cancel = true;
    stop.Cancel();
}
