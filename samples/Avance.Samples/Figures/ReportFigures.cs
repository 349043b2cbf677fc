namespace Avance.Samples.Figures;

/// <summary>The figures of a year as a report shows them, rounded.</summary>
/// <param name="Units">In their order, each with its compliance in percent.</param>
/// <param name="Percents">By activity and year of the goal; null where the report has no percent.</param>
/// <param name="Balance">Years beside each other, the oldest first.</param>
internal sealed record ReportFigures(
    decimal Programmed,
    decimal FullyExecuted,
    decimal BelowFullExecution,
    decimal ExecutionLevel,
    IReadOnlyList<(string Unit, decimal Compliance)> Units,
    IReadOnlyDictionary<(int Activity, int GoalYear), decimal?> Percents,
    IReadOnlyList<YearFigures> Balance
);
