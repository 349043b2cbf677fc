namespace Avance.Functions.Reports.Composition;

/// <summary>A chart of bars.</summary>
/// <param name="Caption">What it shows; captions of charts are numbered in the order of the report.</param>
/// <param name="Description">The same for people who do not see it: the figures in words.</param>
/// <param name="Categories">Names of the bars, or of groups of bars.</param>
/// <param name="Series">At least one, with a value for each category.</param>
/// <param name="IsHorizontal">True if the bars lie: for many categories with long names.</param>
/// <param name="Unit">What stands behind a value, for example %; may be empty.</param>
public sealed record ChartBlock(
    string Caption,
    string Description,
    ValueList<string> Categories,
    ValueList<ChartSeries> Series,
    bool IsHorizontal,
    string Unit
) : ReportBlock;
