namespace Avance.Samples.Evidence.Expected;

/// <summary>Something wrong with a claim.</summary>
/// <param name="Activity">The number of the activity.</param>
/// <param name="Code">The app's code.</param>
/// <param name="File">The file that it is about; null for the claim itself.</param>
/// <param name="About">For people.</param>
public sealed record ExpectedFinding(int Activity, string Code, string? File, string About);
