using System.Diagnostics;

namespace Avance.Functions.Tests.House;

/// <summary>Runs a tool at the root of the checkout, and returns what it wrote.</summary>
internal static class Tool
{
    /// <exception cref="InvalidOperationException">It failed; the message is what it wrote.</exception>
    public static async Task<string> RunAsync(string file, params string[] arguments)
    {
        var result = await ResultAsync(file, arguments);
        return result.ExitCode == 0
            ? result.Output
            : throw new InvalidOperationException(
                $"{file} {string.Join(' ', arguments)} returned {result.ExitCode}:\n{result.Output}{result.Error}"
            );
    }

    /// <param name="environment">What it finds in its environment besides that of the tests.</param>
    public static async Task<ToolResult> ResultAsync(
        string file,
        string[] arguments,
        params (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Path,
        };
        // A test run that was itself started by the SDK would have a second MSBuild look in the first one's folders.
        foreach (var name in start.Environment.Keys.Where(IsOfMSBuild).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process =
            Process.Start(start) ?? throw new InvalidOperationException($"{file} could not be started.");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ToolResult(process.ExitCode, await output, await error);
    }

    private static bool IsOfMSBuild(string name) => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase);
}
