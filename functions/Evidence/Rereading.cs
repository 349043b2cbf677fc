namespace Avance.Functions.Evidence;

/// <summary>The outcome of a request to reread evidence.</summary>
/// <param name="Asked">Files that were queued to be reread.</param>
/// <param name="Kept">Files left as they are: read by the present readers, or withdrawn.</param>
public sealed record Rereading(int Asked, int Kept);
