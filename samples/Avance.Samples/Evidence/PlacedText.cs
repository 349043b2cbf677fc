namespace Avance.Samples.Evidence;

/// <summary>A line of text on a page.</summary>
/// <param name="X">Points from the left edge.</param>
/// <param name="Y">Points from the upper edge.</param>
internal sealed record PlacedText(int X, int Y, string Text);
