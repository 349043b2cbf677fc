using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.House;

/// <summary>What the compiler makes of a Bicep file: the resources that a deployment makes. A module is a template within it.</summary>
internal sealed partial class ArmTemplate
{
    private readonly JsonObject json;
    private readonly ArmTemplate? outer;
    private readonly JsonObject given;

    public ArmTemplate(JsonObject json)
        : this("", json, null, []) { }

    private ArmTemplate(string name, JsonObject json, ArmTemplate? outer, JsonObject given)
    {
        Name = name;
        this.json = json;
        this.outer = outer;
        this.given = given;
        // By its symbolic name, or in a list where the template has no types of its own.
        Resources = json["resources"] switch
        {
            JsonObject named => [.. named.Select(resource => resource.Value!.AsObject())],
            JsonArray list => [.. list.Select(resource => resource!.AsObject())],
            _ => [],
        };
        Modules =
        [
            .. Resources
                .Where(resource => (string?)resource["type"] == "Microsoft.Resources/deployments")
                .Select(resource => new ArmTemplate(
                    (string)resource["name"]!,
                    resource["properties"]!["template"]!.AsObject(),
                    this,
                    resource["properties"]!["parameters"]?.AsObject() ?? []
                )),
        ];
    }

    /// <summary>Of the module; empty for the whole.</summary>
    public string Name { get; }

    public IReadOnlyList<JsonObject> Resources { get; }

    public IReadOnlyList<ArmTemplate> Modules { get; }

    public JsonObject Parameters => json["parameters"]?.AsObject() ?? [];

    public JsonObject Variables => json["variables"]?.AsObject() ?? [];

    /// <summary>What the module is given from outside.</summary>
    public JsonObject Given => given;

    public JsonObject Json => json;

    /// <summary>This one and all within it.</summary>
    public IEnumerable<ArmTemplate> All => Modules.SelectMany(module => module.All).Prepend(this);

    public ArmTemplate Module(string name) => All.Single(module => module.Name == name);

    /// <summary>The resources of that type, those that are only referred to left out.</summary>
    public IEnumerable<JsonObject> OfType(string type) => All.SelectMany(template => template.OfTypeHere(type));

    /// <summary>The same, without those of the modules within it.</summary>
    public IEnumerable<JsonObject> OfTypeHere(string type) =>
        Resources.Where(resource => (string?)resource["type"] == type && (bool?)resource["existing"] is not true);

    /// <summary>Goes after a mere name of a parameter or variable to what it stands for, through the modules outwards.</summary>
    public JsonNode? Resolve(JsonNode? value)
    {
        if (value is not JsonValue || value.GetValueKind() != System.Text.Json.JsonValueKind.String)
        {
            return value;
        }

        var match = Reference.Match((string)value!);
        if (!match.Success)
        {
            return value;
        }

        var name = match.Groups["name"].Value;
        return match.Groups["kind"].Value == "variables" ? Resolve(Variables[name])
            : given[name] is { } from ? outer!.Resolve(from["value"])
            : Parameters[name]?["defaultValue"] is { } standard ? Resolve(standard)
            : value;
    }

    [GeneratedRegex(@"^\[(?<kind>parameters|variables)\('(?<name>\w+)'\)\]$", RegexOptions.None, 1_000)]
    private static partial Regex Reference { get; }
}
