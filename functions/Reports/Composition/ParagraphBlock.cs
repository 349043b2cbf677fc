namespace Avance.Functions.Reports.Composition;

/// <summary>A paragraph.</summary>
public sealed record ParagraphBlock(RichText Text) : ReportBlock;
