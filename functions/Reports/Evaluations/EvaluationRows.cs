using System.Globalization;
using System.Text.Json;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Reports.Evaluations;

/// <summary>The keys and columns of the table <c>evaluations</c>.</summary>
internal static class EvaluationRows
{
    private const string ContentColumn = "Content";

    public const string CurrentKind = "current";
    public const string VersionKind = "version";

    public static readonly string[] VersionColumns = ["Version", "By", "At"];

    /// <summary><c>2023-II|034</c>: the latest version.</summary>
    public static string CurrentKey(ProgressAddress address) => $"{address.Period}|{address.Activity.Key}";

    /// <summary><c>2023-II|034|v000001</c>: each version.</summary>
    public static string VersionKey(ProgressAddress address, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{CurrentKey(address)}|v{version:D6}");

    public static ActivityNumber ActivityOf(TableEntity row) =>
        ActivityNumber.Parse(row.RowKey.Split('|')[1], CultureInfo.InvariantCulture);

    public static TableEntity ToRow(ProgressAddress address, string rowKey, string kind, Evaluation evaluation)
    {
        var row = new TableEntity(address.Plan.ToString(), rowKey)
        {
            ["Kind"] = kind,
            ["Version"] = evaluation.Version,
            ["By"] = evaluation.By,
            ["At"] = evaluation.At,
        };
        ChunkedText.Write(row, ContentColumn, JsonSerializer.Serialize(evaluation, StoredJson.Options));
        return row;
    }

    public static Evaluation ToEvaluation(TableEntity row) =>
        JsonSerializer.Deserialize<Evaluation>(ChunkedText.Read(row, ContentColumn)!, StoredJson.Options)!;

    public static EvaluationVersion ToVersion(TableEntity row) =>
        new(row.GetInt32("Version")!.Value, row.GetString("By")!, row.GetDateTimeOffset("At")!.Value);
}
