using System.Text.Json;

namespace Avance.Bench;

/// <summary>The official JavaScript client, which does the bare work: baseline/baseline.mjs.</summary>
internal static class Baseline
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="job">What to do, as the script documents it.</param>
    /// <param name="token">Ends the process.</param>
    public static async Task<BaselineResult> RunAsync(object job, CancellationToken token)
    {
        using var folder = new TemporaryFolder(
            new BenchFile("job.json", JsonSerializer.SerializeToUtf8Bytes(job, Json))
        );
        using var output = new MemoryStream();
        var script = RepositoryRoot.File("tests/Avance.Bench/baseline/baseline.mjs");
        await Tool.RunAsync(["node", script, Path.Combine(folder.Path, "job.json")], token, output: output);
        return JsonSerializer.Deserialize<BaselineResult>(output.ToArray(), Json)!;
    }
}

/// <summary>What was done.</summary>
/// <param name="Count">Entities, or transactions where each has two.</param>
/// <param name="Seconds">How long that took, without preparation.</param>
/// <param name="Latencies">Milliseconds of each transaction, where they are asked for.</param>
internal sealed record BaselineResult(int Count, double Seconds, double[]? Latencies = null)
{
    public double PerSecond => Count / Seconds;
}
