namespace Avance.Functions.Evidence;

/// <summary>What came of asking for evidence to be read again.</summary>
/// <param name="Asked">Files that will be read again.</param>
/// <param name="Kept">Files that the present readers have read already, or that were withdrawn.</param>
public sealed record Rereading(int Asked, int Kept);
