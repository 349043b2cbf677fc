namespace Avance.FunctionsHost.Tests.Drivers;

/// <summary>A call of a function, as the app tells of it.</summary>
/// <param name="Data">What the function was given.</param>
/// <param name="Outcome">completed, failed or cancelled; null while it runs.</param>
internal sealed record Call(IReadOnlyDictionary<string, string?> Data, string? Outcome);
