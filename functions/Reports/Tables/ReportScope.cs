namespace Avance.Functions.Reports.Tables;

/// <summary>What rows of a report table belong to: a period of a plan, the plan as a whole, or a public body.</summary>
/// <param name="Plan">The plan; of a body's row, the plan that wrote it.</param>
/// <param name="Period">Null for rows that hold for all periods.</param>
/// <param name="Body">See <see cref="ReportKeys.OfBody"/>; null for rows of a plan.</param>
public sealed record ReportScope(PlanId Plan, Period? Period = null, string? Body = null)
{
    /// <summary><c>psig-2022-2023|2023-II</c>, <c>psig-2022-2023</c>, or the body's key.</summary>
    public string PartitionKey => Body ?? (Period is { } period ? $"{Plan}|{period}" : Plan.ToString());

    /// <summary>
    /// The key of a row: it begins with the partition and tells the row from all others of the table, since Power BI relates
    /// tables by one column. A row that is alone in its partition has the partition's key.
    /// </summary>
    /// <param name="key">See <see cref="IReportRow.Key"/>.</param>
    public string RowKey(string key) => key.Length == 0 ? PartitionKey : $"{PartitionKey}|{key}";
}
