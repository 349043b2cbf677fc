namespace Avance.Functions.Evidence;

/// <summary>A paragraph or line of text.</summary>
public sealed record TextBlock(string Text, ReadLocation Where);
