using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Storage;

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

    /// <summary>
    /// SHA-256 in hexadecimal of <see cref="ToJson"/> and of the columns that it is stored in: equal reports have equal
    /// checksums, until a column gets another type. Then all rows are written anew, since a column of Power BI has one type.
    /// </summary>
    public static string ChecksumOf(byte[] json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(ReportTables.Columns));
        hash.AppendData(json);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Options);
}
