namespace Avance.Functions.Documents;

/// <summary>The text and tables that a reader found in one document.</summary>
public sealed record DocumentText(ValueList<TextBlock> Blocks, ValueList<TableBlock> Tables, int? Pages, bool UsedOcr)
{
    /// <summary>Pages and pictures whose text could not be recognised.</summary>
    public int Unread { get; init; }
}
