using System.Text.Json;
using Avance.Functions.Documents.Reading.Text;
using Avance.Functions.Http;

namespace Avance.Functions.Plans.Import;

/// <summary>
/// Reads a plan in JSON: an object whose members are the sheets. <c>plan</c> is an object, the others are lists of
/// objects, whose members are the columns.
/// </summary>
internal static class JsonPlanReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    public static Result<RawPlan> Read(byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(content), Options);
            var problems = new List<ImportProblem>();
            var sheets = document.RootElement.EnumerateObject().Select(sheet => ReadSheet(sheet, problems)).ToList();
            return new RawPlan(sheets, problems, IsJson: true);
        }
        catch (JsonException error)
        {
            return new Error("invalid-json", StatusCodes.Status400BadRequest, null, (error.LineNumber ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // A string with half a surrogate pair is valid JSON but not valid Unicode.
            return PlanFile.Unreadable();
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(byte[] content) =>
        content.AsSpan().StartsWith("\uFEFF"u8) ? content.AsMemory(3) : content;

    private static RawSheet ReadSheet(JsonProperty sheet, List<ImportProblem> problems)
    {
        if (sheet.Value.ValueKind == JsonValueKind.Object)
        {
            return ReadFields(sheet);
        }

        if (sheet.Value.ValueKind != JsonValueKind.Array)
        {
            problems.Add(ImportProblem.Of(sheet.Name, null, null, sheet.Value.ToString(), "json-list"));
            return new RawSheet(sheet.Name, []);
        }

        if (sheet.Value.GetArrayLength() >= ImportLimits.MaxRows)
        {
            problems.Add(ImportProblem.Of(sheet.Name, null, null, null, "too-many-rows", ImportLimits.MaxRows));
            return new RawSheet(sheet.Name, []);
        }

        return ReadList(sheet, problems);
    }

    private static RawSheet ReadFields(JsonProperty sheet) =>
        new(
            sheet.Name,
            [
                .. sheet
                    .Value.EnumerateObject()
                    .Select((field, i) => new RawRow(i + 1, [Text(field.Name), Value(field.Value)])),
            ]
        );

    private static RawSheet ReadList(JsonProperty sheet, List<ImportProblem> problems)
    {
        var header = new List<string>();
        var firstSeen = new List<int>();
        var rows = new List<RawRow>();
        var number = 0;
        foreach (var item in sheet.Value.EnumerateArray())
        {
            number++;
            if (item.ValueKind != JsonValueKind.Object)
            {
                problems.Add(ImportProblem.Of(sheet.Name, number, null, item.ToString(), "json-object"));
                continue;
            }

            var cells = Enumerable.Repeat(Text(""), header.Count).ToList();
            foreach (var member in item.EnumerateObject())
            {
                var index = header.IndexOf(member.Name);
                if (index >= 0)
                {
                    cells[index] = Value(member.Value);
                }
                else if (header.Count < ImportLimits.MaxColumns)
                {
                    header.Add(member.Name);
                    firstSeen.Add(number);
                    cells.Add(Value(member.Value));
                }
            }

            rows.Add(new RawRow(number, cells));
        }

        // A list has no header row: a problem with a member's name is reported where it first occurs.
        var names = header.Zip(firstSeen, (name, row) => Text(name) with { Row = row });
        return new RawSheet(sheet.Name, rows.Count == 0 ? [] : [new RawRow(0, [.. names]), .. rows]);
    }

    private static Cell Text(string text) => new(CellText.Clean(text));

    private static Cell Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => Text(""),
            JsonValueKind.String => Text(value.GetString()!),
            JsonValueKind.True => Text("Sí"),
            JsonValueKind.False => Text("No"),
            JsonValueKind.Number when value.TryGetDecimal(out var number) => new Cell(CellText.Of(number), number),
            JsonValueKind.Array => Text(string.Join("; ", value.EnumerateArray().Select(item => item.ToString()))),
            _ => Text(value.ToString()),
        };
}
