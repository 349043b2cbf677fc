extern alias JsonSchemas;

using System.Text.Json;
using JsonSchemas::Json.Schema;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>JSON schemas in a folder, laid out as below <see cref="Site"/>.</summary>
internal sealed class PublishedSchemas
{
    public const string Site = "https://developer.microsoft.com/json-schemas/";

    private readonly string folder;
    private readonly BuildOptions options;
    private readonly Dictionary<Uri, JsonSchema> loaded = [];

    public PublishedSchemas(string folder)
    {
        this.folder = folder;
        options = new BuildOptions { SchemaRegistry = new SchemaRegistry(), Dialect = Dialect.Draft07 };
        // Those that a schema refers to.
        options.SchemaRegistry.Fetch = (address, _) => Load(address);
    }

    /// <summary>What is wrong with a file by the schema of that address; empty if nothing is.</summary>
    public IReadOnlyList<string> ErrorsOf(JsonElement json, string address)
    {
        var results = Load(new Uri(address)).Evaluate(json, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid
            ? []
            :
            [
                .. (results.Details ?? [])
                    .Where(detail => detail.Errors is { Count: > 0 })
                    .Select(detail => $"{detail.InstanceLocation}: {string.Join(' ', detail.Errors!.Values)}")
                    .DefaultIfEmpty("not valid"),
            ];
    }

    /// <param name="address">Of the schema, or of a definition in it.</param>
    private JsonSchema Load(Uri address)
    {
        address = new Uri(address.GetLeftPart(UriPartial.Path));
        if (!loaded.TryGetValue(address, out var schema))
        {
            var file = Path.Combine(folder, address.ToString()[Site.Length..]);
            schema = JsonSchema.FromText(File.ReadAllText(file), options, address);
            loaded.Add(address, schema);
        }

        return schema;
    }
}
