namespace Avance.Functions.Reports.Tables;

/// <summary>What rows of a report table belong to: a period of a plan, the plan as a whole, or a public body.</summary>
/// <param name="Plan">The plan; of a body's row, the plan that wrote it.</param>
/// <param name="Period">Null for rows that hold for all periods.</param>
/// <param name="Body">See <see cref="ReportKeys.OfBody"/>; null for rows of a plan.</param>
public sealed record ReportScope(PlanId Plan, Period? Period = null, string? Body = null) : IReportScope
{
    /// <summary><c>psig-2022-2023|2023-II</c>, <c>psig-2022-2023</c>, or the body's key.</summary>
    public string PartitionKey => Body ?? (Period is { } period ? $"{Plan}|{period}" : Plan.ToString());

    public ReportCommonColumns Common(string runId, DateTimeOffset computedAt) =>
        new(Plan.ToString(), Period, runId, computedAt);
}
