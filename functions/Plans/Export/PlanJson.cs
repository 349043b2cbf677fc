using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Functions.Plans.Import;

namespace Avance.Functions.Plans.Export;

/// <summary>Writes a plan in JSON, as the import takes it.</summary>
internal static class PlanJson
{
    private static readonly JsonSerializerOptions Indented = new(Json.Options) { WriteIndented = true };

    public static JsonObject Of(IEnumerable<PlanSheet> sheets) =>
        new(
            sheets.Select(sheet =>
                KeyValuePair.Create(
                    sheet.Format.Name,
                    (JsonNode?)(
                        sheet.Format == PlanFormat.Plan
                            ? ToObject(sheet.Format, sheet.Rows.Count == 0 ? [] : sheet.Rows[0])
                            : new JsonArray([.. sheet.Rows.Select(row => ToObject(sheet.Format, row))])
                    )
                )
            )
        );

    public static byte[] Write(IEnumerable<PlanSheet> sheets) =>
        Encoding.UTF8.GetBytes(Of(sheets).ToJsonString(Indented));

    private static JsonObject ToObject(SheetFormat format, IReadOnlyList<PlanCell> row)
    {
        var members = new JsonObject();
        foreach (var (column, cell) in format.Columns.Zip(row))
        {
            if (cell.Json() is { } value)
            {
                members.Add(column.Name, value);
            }
        }

        return members;
    }
}
