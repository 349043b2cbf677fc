using System.Reflection;
using System.Text.Json.Nodes;
using Avance.Functions.Evidence;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Tests.House;

/// <summary>What a deployment makes, read in the compiled template.</summary>
public sealed class DeploymentTests
{
    private const string Main = "infra/main.bicep";
    private const string Events = "infra/evidence-events.bicep";

    [Fact]
    public async Task Storage_Accounts_AreOpenToIdentitiesAlone()
    {
        var accounts = await ResourcesAsync("Microsoft.Storage/storageAccounts");

        accounts.ShouldNotBeEmpty();
        foreach (var properties in accounts.Select(account => account["properties"]!))
        {
            ((string?)properties["minimumTlsVersion"]).ShouldBe("TLS1_2");
            ((bool?)properties["supportsHttpsTrafficOnly"]).ShouldBe(true);
            ((bool?)properties["allowBlobPublicAccess"]).ShouldBe(false);
            ((bool?)properties["allowSharedKeyAccess"]).ShouldBe(false);
        }
    }

    [Fact]
    public async Task Storage_Containers_AreNotPublic()
    {
        var containers = await ResourcesAsync("Microsoft.Storage/storageAccounts/blobServices/containers");

        containers.ShouldNotBeEmpty();
        containers.ShouldAllBe(container => (string?)container["properties"]!["publicAccess"] == "None");
    }

    /// <summary>
    /// What comes in as a secure parameter, or is a key that a service lists, goes on as one or ends where the service
    /// keeps secrets. Anywhere else it could be read in the history of deployments.
    /// </summary>
    [Fact]
    public async Task Secrets_OfTheDeployment_StayInSecurePlaces()
    {
        var found = new List<string>();
        foreach (var file in new[] { Main, Events })
        {
            foreach (var template in (await BicepCompiler.TemplateAsync(file)).All)
            {
                found.AddRange(
                    Texts(template.Json, "")
                        .Where(text => IsSecret(template, text.Value))
                        .Where(text => !IsSecurePlace(template, text.Path))
                        .Select(text => $"{file} {template.Name}: {text.Path}")
                );
            }
        }

        found.ShouldBeEmpty();
    }

    [Fact]
    public async Task Parameters_NamedLikeSecrets_AreSecureAndWithoutDefault()
    {
        var template = await BicepCompiler.TemplateAsync(Main);

        var secrets = template.All.SelectMany(module =>
            module.Parameters.Where(parameter => LooksSecret(parameter.Key))
        );

        secrets.ShouldNotBeEmpty();
        secrets.ShouldAllBe(parameter =>
            (string?)parameter.Value!["type"] == "securestring"
            && string.IsNullOrEmpty((string?)parameter.Value["defaultValue"])
        );
    }

    [Fact]
    public async Task EvidenceEvents_BlobTrigger_IsToldOfItsContainer()
    {
        var trigger = typeof(ReadEvidenceTriggers)
            .GetMethods()
            .SelectMany(method => method.GetParameters(), (method, parameter) => (method, parameter))
            .Select(item => (item.method, Blob: item.parameter.GetCustomAttribute<BlobTriggerAttribute>()))
            .Single(item => item.Blob is not null);
        var function = trigger.method.GetCustomAttribute<FunctionAttribute>()!.Name;

        var subscription = (await ResourcesAsync("Microsoft.EventGrid/systemTopics/eventSubscriptions")).Single();

        trigger.Blob!.Source.ShouldBe(BlobTriggerSource.EventGrid);
        var properties = subscription["properties"]!;
        var address = (string)properties["destination"]!["properties"]!["endpointUrl"]!;
        address.ShouldContain($"/runtime/webhooks/blobs?functionName=Host.Functions.{function}&code=");
        ((string?)properties["filter"]!["subjectBeginsWith"]).ShouldBe(
            $"/blobServices/default/containers/{EvidenceBlobs.Container}/blobs/"
        );
        properties["filter"]!["includedEventTypes"]!
            .AsArray()
            .Select(type => (string?)type)
            .ShouldBe(["Microsoft.Storage.BlobCreated"]);
    }

    private static async Task<JsonObject[]> ResourcesAsync(string type) =>
        [
            .. (await BicepCompiler.TemplateAsync(Main)).OfType(type),
            .. (await BicepCompiler.TemplateAsync(Events)).OfType(type),
        ];

    private static bool LooksSecret(string name) =>
        new[] { "apikey", "password", "secret", "token", "accountkey", "connectionkey" }.Any(word =>
            name.Contains(word, StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsSecret(ArmTemplate template, string text) =>
        text.StartsWith('[')
        && (
            text.Contains("listKeys(", StringComparison.OrdinalIgnoreCase)
            || template.Parameters.Any(parameter =>
                (string?)parameter.Value!["type"] == "securestring"
                && text.Contains($"parameters('{parameter.Key}')", StringComparison.Ordinal)
            )
        );

    private static bool IsSecurePlace(ArmTemplate template, string path) =>
        // The address of a webhook, which Event Grid does not show.
        path.EndsWith("/destination/properties/endpointUrl", StringComparison.Ordinal)
        // The settings of the app, which the platform encrypts.
        || path.StartsWith("/variables/appSettings/", StringComparison.Ordinal)
        || template.Modules.Any(module =>
            module.Parameters.Any(parameter =>
                (string?)parameter.Value!["type"] == "securestring"
                && path.EndsWith($"/properties/parameters/{parameter.Key}/value", StringComparison.Ordinal)
            )
        );

    /// <summary>The texts of a template, without those of its modules, each with its path.</summary>
    private static IEnumerable<(string Path, string Value)> Texts(JsonNode? node, string path) =>
        node switch
        {
            JsonObject json => json.Where(item =>
                    !(
                        item.Key == "template"
                        && path.EndsWith("/properties", StringComparison.Ordinal)
                        && item.Value?["$schema"] is not null
                    )
                )
                .SelectMany(item => Texts(item.Value, $"{path}/{item.Key}")),
            JsonArray list => list.SelectMany((item, index) => Texts(item, $"{path}/{index}")),
            JsonValue value when value.TryGetValue<string>(out var text) => [(path, text)],
            _ => [],
        };
}
