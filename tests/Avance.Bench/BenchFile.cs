namespace Avance.Bench;

/// <param name="Name">Its name, with the folders that it is in.</param>
internal sealed record BenchFile(string Name, byte[] Content);
