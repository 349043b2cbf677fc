namespace Avance.Functions.Reports.Composition;

/// <summary>A part of a report under a title.</summary>
/// <param name="Id">Stable, in lower case with hyphens: the anchor of a link to it.</param>
/// <param name="Level">1 for a chapter, 2 or 3 below it.</param>
/// <param name="IsLandscape">True if its pages are to be turned: for wide tables.</param>
public sealed record ReportSection(
    string Id,
    string Title,
    int Level,
    ValueList<ReportBlock> Blocks,
    bool IsLandscape = false
);
