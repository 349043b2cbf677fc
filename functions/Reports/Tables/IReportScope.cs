namespace Avance.Functions.Reports.Tables;

/// <summary>What the rows of a partition of a report table belong to.</summary>
public interface IReportScope
{
    string PartitionKey { get; }

    /// <summary>The columns that its rows begin with.</summary>
    ReportCommonColumns Common(string runId, DateTimeOffset computedAt);
}
