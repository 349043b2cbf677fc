using System.Text.Json;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Plans;

/// <summary>Maps a plan to rows of the table <c>plans</c> and back.</summary>
internal static class PlanRows
{
    public const string Revision = "Revision";

    private const string FurtherRows = "FurtherRows";

    public static readonly string[] SummaryColumns =
    [
        "Name",
        "Body",
        "WorkingGroup",
        "FirstYear",
        "LastYear",
        Revision,
    ];

    /// <returns>The first row of the plan, with the columns that lists show, and the overflow rows.</returns>
    public static IReadOnlyList<TableEntity> From(Plan plan, int revision, AuditEntry change)
    {
        var header = plan.Header;
        var parts = PlanSerializer.Split(plan.Id, PlanSerializer.Serialize(plan));
        var first = new TableEntity(plan.Id.ToString(), PlanKeys.Plan)
        {
            ["Name"] = header.Name,
            ["Body"] = header.Body,
            ["WorkingGroup"] = header.WorkingGroup,
            ["FirstYear"] = header.FirstYear,
            ["LastYear"] = header.LastYear,
            [Revision] = revision,
            [FurtherRows] = parts.Count - 1,
            ["LastChange"] = ToJson(change),
        };
        TableEntity[] rows =
        [
            first,
            .. Enumerable
                .Range(1, parts.Count - 1)
                .Select(number => new TableEntity(plan.Id.ToString(), PlanKeys.Overflow(number))
                {
                    [Revision] = revision,
                }),
        ];
        foreach (var (row, part) in rows.Zip(parts))
        {
            PlanSerializer.Write(row, part);
        }

        return rows;
    }

    /// <summary>The keys of the plan's overflow rows.</summary>
    public static IReadOnlyList<string> OverflowKeys(TableEntity plan) =>
        [.. Enumerable.Range(1, plan.GetInt32(FurtherRows) ?? 0).Select(PlanKeys.Overflow)];

    /// <summary>
    /// True if earlier code wrote the plan. It also kept units, activities, goals and periods in rows of their own,
    /// with people's addresses: those must not stay when the plan no longer has them.
    /// </summary>
    public static bool HasLegacyRows(TableEntity plan) => plan.ContainsKey("RowsBehind");

    /// <param name="row">The row of the plan, or its row in the index.</param>
    public static PlanSummary ToSummary(PlanId plan, TableEntity row) =>
        new(
            plan,
            row.GetString("Name")!,
            row.GetString("Body")!,
            row.GetString("WorkingGroup")!,
            row.GetInt32("FirstYear")!.Value,
            row.GetInt32("LastYear")!.Value,
            row.GetInt32(Revision)!.Value
        );

    public static AuditEntry ToLastChange(TableEntity row) => FromJson<AuditEntry>(row.GetString("LastChange")!);

    public static string ToJson<T>(T value) => JsonSerializer.Serialize(value, StoredJson.Options);

    public static T FromJson<T>(string json) => JsonSerializer.Deserialize<T>(json, StoredJson.Options)!;
}
