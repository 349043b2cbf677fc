namespace Avance.Functions.Reports.Composition;

/// <summary>The cover of a report.</summary>
/// <param name="Body">The public body.</param>
/// <param name="WorkingGroup">The working group that follows the plan.</param>
/// <param name="Title">What the report is.</param>
/// <param name="Plan">The plan's name.</param>
/// <param name="Period">The semester or year, in words.</param>
/// <param name="Date">The day of its figures, in words.</param>
public sealed record ReportCover(
    string Body,
    string WorkingGroup,
    string Title,
    string Plan,
    string Period,
    string Date
);
