namespace Avance.Bench;

/// <summary>What the baseline did.</summary>
/// <param name="Count">Entities, or transactions where each has two.</param>
/// <param name="Seconds">How long that took, without preparation.</param>
/// <param name="Latencies">Milliseconds of each transaction, where they are asked for.</param>
internal sealed record BaselineResult(int Count, double Seconds, double[]? Latencies = null)
{
    public double PerSecond => Count / Seconds;
}
