using System.Diagnostics;

namespace Avance.Bench.Evidence;

/// <summary>A program of the system over all files of a folder, as a shell would do it: xargs, without any of ours.</summary>
internal static class Tool
{
    private const string Place = "FILE";

    /// <summary>Runs it for each file, so many at a time, and throws its output away.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="atOnce">How many at a time.</param>
    /// <param name="command">The program and its arguments, <c>FILE</c> for the file.</param>
    /// <returns>Seconds for all of them.</returns>
    public static async Task<double> ForEachAsync(
        string folder,
        int atOnce,
        string[] command,
        CancellationToken cancellationToken
    )
    {
        var list = string.Concat(Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(f => $"{f}\0"));
        return await RunAsync(["xargs", "-0", "-P", $"{atOnce}", "-I", Place, .. command], list, cancellationToken);
    }

    /// <summary>Runs it once.</summary>
    /// <returns>Seconds.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<double> RunAsync(string[] command, string input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var since = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await output;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? Stopwatch.GetElapsedTime(since).TotalSeconds
                : throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}: {await error}");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public static bool Exists(string name) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, name)));
}
