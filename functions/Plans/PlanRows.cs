using System.Text.Json;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Plans;

/// <summary>How a plan becomes rows of the table <c>plans</c>, and what is read of them.</summary>
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

    /// <returns>The row of the plan itself, with what lists show of it, and those that hold what is too large for it.</returns>
    public static IReadOnlyList<TableEntity> From(Plan plan, int revision, AuditEntry change)
    {
        var header = plan.Header;
        var parts = PlanPack.Split(plan.Id, PlanPack.Pack(plan));
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
                .Select(number => new TableEntity(plan.Id.ToString(), PlanKeys.Further(number))
                {
                    [Revision] = revision,
                }),
        ];
        foreach (var (row, part) in rows.Zip(parts))
        {
            PlanPack.Write(row, part);
        }

        return rows;
    }

    /// <summary>The keys of the rows that hold what was too large for the row of the plan.</summary>
    public static IReadOnlyList<string> FurtherKeys(TableEntity plan) =>
        [.. Enumerable.Range(1, plan.GetInt32(FurtherRows) ?? 0).Select(PlanKeys.Further)];

    /// <summary>
    /// True if earlier code wrote it, which kept units, activities, goals and periods in rows of their own as well: with
    /// the addresses of people, which must not stay there when a plan no longer has them.
    /// </summary>
    public static bool HasFormerRows(TableEntity plan) => plan.ContainsKey("RowsBehind");

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
