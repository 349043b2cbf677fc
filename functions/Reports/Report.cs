using System.Security.Cryptography;
using System.Text.Json;
using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports;

/// <summary>The consolidated report of a plan and period: the rows of all its tables, each list by row key.</summary>
public sealed record Report(
    Period Period,
    ReportPlanRow Plan,
    ValueList<ReportUnitRow> Units,
    ValueList<ReportActivityRow> Activities,
    ValueList<ReportGoalRow> Goals
)
{
    public int Rows => 1 + Units.Count + Activities.Count + Goals.Count;

    /// <summary>SHA-256 of <see cref="ToJson"/> in hexadecimal: equal reports have equal checksums.</summary>
    public static string ChecksumOf(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json.Stored);
}
