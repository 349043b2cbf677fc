namespace Avance.Functions.Reports.Composition;

/// <summary>A list, an item a paragraph.</summary>
/// <param name="IsNumbered">True for numbers; else bullets.</param>
/// <param name="Start">The number of the first item: a list may go on where another ended.</param>
public sealed record ListBlock(ValueList<RichText> Items, bool IsNumbered, int Start = 1) : ReportBlock;
