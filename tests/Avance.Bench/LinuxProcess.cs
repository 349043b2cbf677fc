using System.Diagnostics;

namespace Avance.Bench;

/// <summary>A process, as Linux tells of it.</summary>
internal sealed record LinuxProcess(int Id)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);

    /// <summary>The most memory that it has had, in megabytes; null once it has ended.</summary>
    public double? PeakMegabytes
    {
        get
        {
            // VmHWM:     12345 kB
            var line = IfThere(() => File.ReadAllLines($"/proc/{Id}/status"))
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : double.Parse(line.Split()[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
    }

    /// <summary>How many seconds it has computed, on all processors together.</summary>
    public double ProcessorSeconds
    {
        get
        {
            using var process = Process.GetProcessById(Id);
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    public IReadOnlyList<LinuxProcess> Children =>
        [
            .. IfThere(() => Directory.GetDirectories($"/proc/{Id}/task"))
                .SelectMany(thread => IfThere(() => File.ReadAllLines($"{thread}/children")))
                .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(id => new LinuxProcess(int.Parse(id, CultureInfo.InvariantCulture))),
        ];

    private IEnumerable<LinuxProcess> Descendants => Children.SelectMany(child => child.Descendants.Prepend(child));

    /// <summary>Watches its children, theirs and so on.</summary>
    /// <returns>The most memory that one of them has had until the watching ends, in megabytes.</returns>
    public async Task<double> WatchChildrenAsync(CancellationToken stop)
    {
        var most = 0.0;
        while (!stop.IsCancellationRequested)
        {
            most = Descendants.Select(child => child.PeakMegabytes ?? 0).Append(most).Max();
            await Task.Delay(LookEvery, CancellationToken.None);
        }

        return most;
    }

    /// <param name="signal">As <c>kill</c> calls it.</param>
    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Empty for a process that has ended.</summary>
    private static string[] IfThere(Func<string[]> read)
    {
        try
        {
            return read();
        }
        catch (IOException)
        {
            return [];
        }
    }
}
