namespace Avance.Functions.Plans.Import;

/// <summary>A row of a plan, as people find it.</summary>
/// <param name="Sheet">The sheet that holds such rows.</param>
/// <param name="Key">What tells it from others there, for example <c>DTEG</c>, <c>62</c> or <c>34 · 2022</c>.</param>
public sealed record RowName(string Sheet, string Key);
