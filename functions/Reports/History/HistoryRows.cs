using System.Globalization;
using System.Text.Json;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Reports.History;

/// <summary>The keys and columns of the table <c>history</c>.</summary>
internal static class HistoryRows
{
    private const string ContentColumn = "Content";

    /// <summary><c>2022</c>: the figures of a year.</summary>
    public static string Key(int year) => year.ToString(CultureInfo.InvariantCulture);

    public static TableEntity ToRow(PlanId plan, ImportedYear year)
    {
        var row = new TableEntity(plan.ToString(), Key(year.Year))
        {
            ["Version"] = year.Version,
            ["By"] = year.By,
            ["At"] = year.At,
        };
        ChunkedText.Write(row, ContentColumn, JsonSerializer.Serialize(year, StoredJson.Options));
        return row;
    }

    public static StoredYear ToStored(TableEntity row) =>
        new(
            JsonSerializer.Deserialize<ImportedYear>(ChunkedText.Read(row, ContentColumn)!, StoredJson.Options)!,
            row.ETag
        );
}
