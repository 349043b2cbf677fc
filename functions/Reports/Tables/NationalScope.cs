namespace Avance.Functions.Reports.Tables;

/// <summary>A period of all plans of all bodies.</summary>
public sealed record NationalScope(Period Period) : IReportScope
{
    /// <summary><c>2023-II</c>.</summary>
    public string PartitionKey => Period.ToString();

    public ReportCommonColumns Common(string runId, DateTimeOffset computedAt) => new(null, Period, runId, computedAt);
}
