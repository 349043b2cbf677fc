namespace Avance.Functions.Reports.Composition;

/// <summary>A list, an item a paragraph.</summary>
/// <param name="IsNumbered">True for 1, 2, 3…; else bullets.</param>
public sealed record ListBlock(ValueList<RichText> Items, bool IsNumbered) : ReportBlock;
