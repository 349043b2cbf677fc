using System.Text.Json.Nodes;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>A visual on a page of the report.</summary>
internal sealed record ReportVisual(string Page, string Name, JsonNode Json)
{
    public string Kind => (string)Json["visual"]!["visualType"]!;

    public JsonNode Position => Json["position"]!;

    public string? Title => Text("title", "text");

    public string? AltText => Text("general", "altText");

    /// <summary>What the visual shows or sorts by: whether it is a measure, its table and its name.</summary>
    public IEnumerable<(bool IsMeasure, string Table, string Name)> Fields =>
        Descendants(Json["visual"]!)
            .OfType<JsonObject>()
            .SelectMany(node => node)
            .Where(item => item.Key is "Column" or "Measure")
            .Select(item =>
                (
                    item.Key == "Measure",
                    (string)item.Value!["Expression"]!["SourceRef"]!["Entity"]!,
                    (string)item.Value["Property"]!
                )
            );

    public override string ToString() => $"{Page}/{Name}";

    public static IEnumerable<JsonNode> Descendants(JsonNode node) =>
        (
            node switch
            {
                JsonObject item => item.Select(property => property.Value),
                JsonArray list => list,
                _ => [],
            }
        )
            .OfType<JsonNode>()
            .SelectMany(Descendants)
            .Prepend(node);

    private string? Text(string item, string property) =>
        (
            (string?)
                Json["visual"]!["visualContainerObjects"]
                    ?[item]
                    ?[0]!["properties"]![property]
                    ?["expr"]!["Literal"]!["Value"]
        )?.Trim('\'');
}
