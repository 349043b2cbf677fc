namespace Avance.Functions.Evidence;

/// <summary>What a reader made of one document.</summary>
public sealed record DocumentText(ValueList<TextBlock> Blocks, ValueList<TableBlock> Tables, int? Pages, bool UsedOcr);
