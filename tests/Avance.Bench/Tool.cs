using System.Diagnostics;

namespace Avance.Bench;

/// <summary>Runs programs of the system.</summary>
internal static class Tool
{
    /// <summary>
    /// Runs a program for each file of a folder, so many at a time, and throws its output away: as a shell would do it, by
    /// xargs.
    /// </summary>
    /// <param name="command">
    /// The program and its arguments, <c>FILE</c> for the file. In its environment <c>SLOT</c> tells those apart that run at
    /// the same time.
    /// </param>
    /// <returns>Seconds for all of them.</returns>
    public static Task<double> ForEachAsync(string folder, int atOnce, string[] command, CancellationToken token)
    {
        var list = string.Concat(Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(f => $"{f}\0"));
        string[] xargs = ["xargs", "-0", "-P", $"{atOnce}", "--process-slot-var=SLOT", "-I", "FILE"];
        return RunAsync([.. xargs, .. command], token, list);
    }

    /// <summary>Runs a program once.</summary>
    /// <returns>Seconds.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<double> RunAsync(
        string[] command,
        CancellationToken token,
        string input = "",
        Stream? output = null
    )
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
            var copied = process.StandardOutput.BaseStream.CopyToAsync(output ?? Stream.Null, token);
            var error = process.StandardError.ReadToEndAsync(token);
            await process.StandardInput.WriteAsync(input.AsMemory(), token);
            process.StandardInput.Close();
            await copied;
            await process.WaitForExitAsync(token);
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
