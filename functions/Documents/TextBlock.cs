namespace Avance.Functions.Documents;

/// <summary>A paragraph or line of text.</summary>
public sealed record TextBlock(string Text, ReadLocation Where);
