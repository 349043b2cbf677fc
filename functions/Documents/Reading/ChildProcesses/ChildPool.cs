using System.Globalization;
using System.Runtime.InteropServices;

namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>
/// The child processes of this app that read documents. Starting one takes a tenth of a second, in which it could read a dozen
/// documents, so that idle ones wait for the next document: at most one a processor, and not for long.
/// </summary>
internal sealed class ChildPool : IDisposable
{
    /// <summary>The runtime reserves address space for many times the memory that it may use.</summary>
    private const int AddressSpaceMegabytes = 16 * 1024;

    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(30);

    private readonly ReadingOptions options;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly Stack<RunningChild> waiting = [];
    private readonly ITimer timer;
    private bool isDisposed;

    public ChildPool(ReadingOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        timer = time.CreateTimer(_ => EndWaiting(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>An idle child, or a new one.</summary>
    public RunningChild Take()
    {
        lock (gate)
        {
            if (waiting.TryPop(out var child))
            {
                return child;
            }
        }

        return Start();
    }

    public RunningChild Start() => new(Command(), options.ChildMegabytes * ReadingOptions.Megabyte, time);

    /// <summary>Returns a child that has read its document to the end.</summary>
    public void Return(RunningChild child)
    {
        if (!child.IsSpent)
        {
            lock (gate)
            {
                if (!isDisposed && waiting.Count < Environment.ProcessorCount)
                {
                    waiting.Push(child);
                    timer.Change(IdleTime, Timeout.InfiniteTimeSpan);
                    return;
                }
            }
        }

        child.Dispose();
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
        }

        timer.Dispose();
        EndWaiting();
    }

    private void EndWaiting()
    {
        RunningChild[] all;
        lock (gate)
        {
            all = [.. waiting];
            waiting.Clear();
        }

        foreach (var child in all)
        {
            child.Dispose();
        }
    }

    private ChildCommand Command()
    {
        var (tool, arguments) = App();
        return new ChildCommand(tool, [.. arguments, .. ReadingChild.Arguments(options)])
        {
            MemoryMegabytes = AddressSpaceMegabytes,
            ProcessorSeconds = options.ChildProcessorSeconds,
            Seconds = options.ChildSeconds,
            // As JSON a short cell takes twice its length. Attachments are no longer than their mail.
            OutputMegabytes = Math.Max(4 * options.OutputMegabytes, options.FileMegabytes),
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DOTNET_GCHeapHardLimit"] = (options.ChildMegabytes * ReadingOptions.Megabyte).ToString(
                    "X",
                    CultureInfo.InvariantCulture
                ),
                ["DOTNET_gcConcurrent"] = "0",
                ["DOTNET_EnableDiagnostics"] = "0",
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_NOLOGO"] = "1",
            },
        };
    }

    /// <summary>How to start this app again: by its own executable, or by <c>dotnet</c>.</summary>
    private static (string Tool, string[] Arguments) App()
    {
        var assembly = typeof(ReadingChild).Assembly;
        var name = assembly.GetName().Name!;
        if (Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == name)
        {
            return (own, []);
        }

        // …/dotnet/shared/Microsoft.NETCore.App/10.0.0/
        var muxer = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));
        return (File.Exists(muxer) ? muxer : "dotnet", ["exec", assembly.Location]);
    }
}
