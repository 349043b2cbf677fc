using System.Diagnostics;
using System.Text.Json;
using Avance.Testing;

namespace Avance.Bench;

/// <summary>The official JavaScript client, which does the bare work: baseline/baseline.mjs.</summary>
internal static class Baseline
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="job">What to do, as the script documents it.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    public static async Task<BaselineResult> RunAsync(object job, CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(job, Json), cancellationToken);
            var start = new ProcessStartInfo(
                "node",
                [RepositoryRoot.File("tests/Avance.Bench/baseline/baseline.mjs"), file]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            };
            using var node = Process.Start(start)!;
            try
            {
                var output = await node.StandardOutput.ReadToEndAsync(cancellationToken);
                await node.WaitForExitAsync(cancellationToken);
                return node.ExitCode == 0
                    ? JsonSerializer.Deserialize<BaselineResult>(output, Json)!
                    : throw new InvalidOperationException($"The baseline failed: {output}");
            }
            finally
            {
                node.Kill();
            }
        }
        finally
        {
            File.Delete(file);
        }
    }
}
