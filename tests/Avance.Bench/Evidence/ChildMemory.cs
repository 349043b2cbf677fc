using System.Globalization;

namespace Avance.Bench.Evidence;

/// <summary>Watches what the children of a process take, as Linux tells it.</summary>
internal static class ChildMemory
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);

    /// <returns>The most memory that one of them has had until the watching ends, in bytes.</returns>
    public static async Task<long> WatchAsync(int process, CancellationToken stop)
    {
        var most = 0L;
        while (!stop.IsCancellationRequested)
        {
            foreach (var child in Children(process))
            {
                most = Math.Max(most, Peak(child));
            }

            await Task.Delay(LookEvery, CancellationToken.None);
        }

        return most;
    }

    /// <summary>The children of a process, their children and so on.</summary>
    private static IEnumerable<int> Children(int process) =>
        Directory
            .EnumerateDirectories($"/proc/{process}/task")
            .Select(thread => Read($"{thread}/children"))
            .SelectMany(list => list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            .ToList()
            .SelectMany(child => Children(child).Prepend(child));

    private static long Peak(int process)
    {
        // VmHWM:     12345 kB
        var line = Read($"/proc/{process}/status")
            .Split('\n')
            .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null
            ? 0
            : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
                * 1024;
    }

    /// <summary>Empty for a process that has ended.</summary>
    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
