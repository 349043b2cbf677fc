using System.Globalization;
using System.Text.Json.Nodes;

namespace Avance.Samples.Evidence.Expected;

/// <summary>Makes of the facts that the app gives (<c>GET …/evidence/{id}/facts</c>) the notes of a person.</summary>
public static class FoundNotes
{
    /// <param name="file">Name of the file.</param>
    /// <param name="facts">The answer's body.</param>
    public static IEnumerable<DocumentNotes> Of(string file, JsonNode facts) =>
        facts["documents"]!.AsArray().Select(document => OfDocument(file, document!));

    private static DocumentNotes OfDocument(string file, JsonNode document)
    {
        var facts = document["facts"];
        return new DocumentNotes(
            file,
            [.. document["path"]!.AsArray().Select(name => (string)name!)],
            (string?)document["format"],
            (bool)document["nameMatches"]!,
            (string?)document["trouble"],
            (int?)facts?["pages"],
            facts is not null && (bool)facts["usedOcr"]!,
            (string?)facts?["kind"] ?? "unknown",
            facts is null ? [] : [.. Facts(facts).Distinct()]
        );
    }

    private static IEnumerable<NotedFact> Facts(JsonNode facts) =>
        [
            .. List(facts, "references").Select(one => Fact("reference", (string)one["normalised"]!, one)),
            .. List(facts, "dates").Select(one => Fact("date", (string)one["date"]!, one)),
            .. List(facts, "attendance").Select(one => Fact("attendance", Attendance(one), one)),
            .. List(facts, "counts").Select(one => Fact("count", Count(one), one)),
        ];

    private static IEnumerable<JsonNode> List(JsonNode facts, string name) => facts[name]!.AsArray().OfType<JsonNode>();

    private static NotedFact Fact(string sort, string value, JsonNode fact) => new(sort, value, Place(fact["where"]!));

    private static string Place(JsonNode where) =>
        where["cell"] is { } cell
            ? where["sheet"] is { } sheet
                ? $"sheet {sheet} cell {cell}"
                : $"cell {cell}"
            : where["page"] is { } page
                ? $"page {page}"
                : where["picture"] is { } picture
                    ? $"picture {picture}"
                    : $"paragraph {where["paragraph"]}";

    private static string Attendance(JsonNode one) =>
        $"{Text(one["women"])} mujeres + {Text(one["men"])} hombres = {Text(one["total"])} ({one["source"]})";

    private static string Count(JsonNode one) =>
        ((decimal)one["value"]!).ToString(CultureInfo.InvariantCulture) + ((bool)one["isPercent"]! ? " %" : "");

    private static string Text(JsonNode? number) => number?.ToString() ?? "?";
}
