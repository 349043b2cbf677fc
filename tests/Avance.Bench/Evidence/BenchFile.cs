namespace Avance.Bench.Evidence;

/// <summary>A document that is measured.</summary>
internal sealed record BenchFile(string Name, byte[] Content);
