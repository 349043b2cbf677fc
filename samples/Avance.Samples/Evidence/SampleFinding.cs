namespace Avance.Samples.Evidence;

/// <summary>What a person who checks a claim against its evidence would object to.</summary>
/// <param name="Code">The app's code.</param>
/// <param name="File">The file that it is about; null for the claim itself.</param>
/// <param name="About">What it is about, for people.</param>
internal sealed record SampleFinding(string Code, string? File, string About);
