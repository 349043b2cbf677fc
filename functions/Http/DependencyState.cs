namespace Avance.Functions.Http;

/// <summary>What one dependency answered.</summary>
/// <param name="State"><c>ok</c>, <c>degraded</c> or <c>unavailable</c>.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record DependencyState(string Name, string State, long Milliseconds);
