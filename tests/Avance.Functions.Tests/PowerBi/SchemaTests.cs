using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Functions.Tests.House;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>
/// The JSON files are what their <c>$schema</c> says. The schemas are no part of the project: the environment variable
/// <c>POWER_BI_SCHEMAS</c> names a folder with them.
/// </summary>
public sealed class SchemaTests
{
    private const string Variable = "POWER_BI_SCHEMAS";

    /// <summary>The schema of each file, by the end of its path.</summary>
    private static readonly (string File, string Schema)[] Kinds =
    [
        ("Avance.pbip", "fabric/pbip/pbipProperties/"),
        (".platform", "fabric/gitIntegration/platformProperties/"),
        ("definition.pbism", "fabric/item/semanticModel/definitionProperties/"),
        ("definition.pbir", "fabric/item/report/definitionProperties/"),
        ("version.json", "fabric/item/report/definition/versionMetadata/"),
        ("report.json", "fabric/item/report/definition/report/"),
        ("pages.json", "fabric/item/report/definition/pagesMetadata/"),
        ("page.json", "fabric/item/report/definition/page/"),
        ("visual.json", "fabric/item/report/definition/visualContainer/"),
    ];

    [Fact]
    public async Task Files_Schema_IsThatOfTheirKind()
    {
        foreach (var file in await FilesAsync())
        {
            var kind = Kinds.Single(kind => file.EndsWith($"/{kind.File}", StringComparison.Ordinal));

            SchemaOf(Read(file)).ShouldStartWith($"{PublishedSchemas.Site}{kind.Schema}", Case.Sensitive, file);
        }
    }

    [Fact]
    public async Task Files_ByTheirSchema_AreValid()
    {
        var schemas = Schemas();

        foreach (var file in await FilesAsync())
        {
            var json = Read(file);
            schemas.ErrorsOf(json, SchemaOf(json)).ShouldBeEmpty(file);
        }
    }

    /// <summary>Of the file's own schema, and of two that it refers to.</summary>
    [Theory]
    [InlineData("""{ "position": { "width": "wide" } }""")]
    [InlineData("""{ "visual": { "query": { "queryState": { "Values": [] } } } }""")]
    [InlineData("""{ "visual": { "visualContainerObjects": { "title": [{ "properties": { "colour": 1 } }] } } }""")]
    public async Task Files_WithSomethingWrong_AreFound(string wrong)
    {
        var schemas = Schemas();
        var file = (await FilesAsync()).First(file => file.EndsWith("/visual.json", StringComparison.Ordinal));
        var json = JsonNode.Parse(Checkout.Read(file))!.AsObject();
        Merge(json, JsonNode.Parse(wrong)!.AsObject());

        var changed = JsonSerializer.SerializeToElement(json);

        schemas.ErrorsOf(changed, SchemaOf(changed)).ShouldNotBeEmpty();
    }

    private static async Task<string[]> FilesAsync() =>
        [
            .. (await Checkout.FilesAsync(".json", ".pbip", ".pbir", ".pbism", ".platform"))
                .Where(file => file.StartsWith($"{ReportFiles.Root}/", StringComparison.Ordinal))
                // The theme names none.
                .Where(file => !file.Contains("/StaticResources/", StringComparison.Ordinal)),
        ];

    private static JsonElement Read(string file) => JsonElement.Parse(Checkout.Read(file));

    private static string SchemaOf(JsonElement json) => json.GetProperty("$schema").GetString()!;

    private static PublishedSchemas Schemas()
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipUnless(
            Directory.Exists(folder),
            $"The files of Power BI were not compared with their schemas: {Variable} names no folder that has them."
        );
        return new PublishedSchemas(folder!);
    }

    private static void Merge(JsonObject target, JsonObject change)
    {
        foreach (var (name, value) in change)
        {
            if (value is JsonObject inner && target[name] is JsonObject there)
            {
                Merge(there, inner);
            }
            else
            {
                target[name] = value!.DeepClone();
            }
        }
    }
}
