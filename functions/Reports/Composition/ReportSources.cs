using Avance.Functions.Plans;

namespace Avance.Functions.Reports.Composition;

/// <summary>What a document is composed of. Nothing in it is computed again.</summary>
/// <param name="Plan">The plan as it is: names, legal basis, former names of units.</param>
/// <param name="Periods">The compiled reports that it covers, the oldest first: one of a semester, or those of a year.</param>
/// <param name="Texts">By section: presentation, legal-basis, summary, unit-summary-CODE, conclusions; paragraphs separated by an empty line.</param>
/// <param name="ComputedAt">When the figures were compiled, in the plan's time zone.</param>
public sealed record ReportSources(
    Plan Plan,
    ValueList<Report> Periods,
    IReadOnlyDictionary<string, string> Texts,
    DateTimeOffset ComputedAt
)
{
    /// <summary>The report whose figures count: they are counted from the start of the year to its end.</summary>
    public Report Latest => Periods[^1];
}
