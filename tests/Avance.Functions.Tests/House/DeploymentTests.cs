using System.Text.Json.Nodes;
using Avance.Functions.Evidence;

namespace Avance.Functions.Tests.House;

/// <summary>What a deployment makes, read in the compiled templates.</summary>
public sealed class DeploymentTests
{
    private const string Main = "infra/main.bicep";

    /// <summary>SendGrid gives it out to check signatures with.</summary>
    private const string PublicKey = "sendGridWebhookKey";

    [Fact]
    public async Task Storage_Accounts_AreOpenToIdentitiesAlone()
    {
        var accounts = (await MainAsync()).OfType("Microsoft.Storage/storageAccounts").ToArray();

        accounts.ShouldNotBeEmpty();
        foreach (var properties in accounts.Select(account => account["properties"]!))
        {
            ((string?)properties["minimumTlsVersion"]).ShouldBe("TLS1_2");
            ((bool?)properties["supportsHttpsTrafficOnly"]).ShouldBe(true);
            ((bool?)properties["allowBlobPublicAccess"]).ShouldBe(false);
        }

        (await SharedKeyAsync("storage")).ShouldBe(false);
        (await SharedKeyAsync("host-storage")).ShouldBe(false);
    }

    /// <summary>Power BI needs a key: it opens tables, and there is nothing else in the account.</summary>
    [Fact]
    public async Task Storage_AccountWithAKey_HasReportTablesAlone()
    {
        var reports = (await MainAsync()).Module("reports-storage");

        (await SharedKeyAsync("reports-storage")).ShouldBe(true);
        reports
            .Resources.Select(resource => (string)resource["type"]!)
            .ShouldBe(
                [
                    "Microsoft.Storage/storageAccounts",
                    "Microsoft.Storage/storageAccounts/tableServices",
                    "Microsoft.Storage/storageAccounts/tableServices/tables",
                ],
                ignoreOrder: true
            );
        (await MainAsync()).OfType("Microsoft.Storage/storageAccounts").Count().ShouldBe(3);
    }

    private static async Task<bool?> SharedKeyAsync(string module) =>
        (bool?)
            (await MainAsync())
                .Module(module)
                .Resources.Single(resource => (string?)resource["type"] == "Microsoft.Storage/storageAccounts")[
                "properties"
            ]!["allowSharedKeyAccess"];

    [Fact]
    public async Task Storage_Containers_AreNotPublic()
    {
        var containers = (await MainAsync())
            .OfType("Microsoft.Storage/storageAccounts/blobServices/containers")
            .ToArray();

        containers.ShouldNotBeEmpty();
        containers.ShouldAllBe(container => (string?)container["properties"]!["publicAccess"] == "None");
    }

    [Fact]
    public async Task Registry_Images_AreOpenToIdentitiesAlone()
    {
        var registry = (await MainAsync()).OfType("Microsoft.ContainerRegistry/registries").Single();

        ((bool?)registry["properties"]!["adminUserEnabled"]).ShouldBe(false);
        ((bool?)registry["properties"]!["anonymousPullEnabled"]).ShouldBe(false);
    }

    [Fact]
    public async Task App_Container_IsAFunctionAppReachedByHttpsAlone()
    {
        var app = await AppAsync();
        var configuration = app["properties"]!["configuration"]!;

        ((string?)app["kind"]).ShouldBe("functionapp");
        ((bool?)configuration["ingress"]!["allowInsecure"]).ShouldBe(false);
        configuration["registries"]!.AsArray().ShouldAllBe(registry => registry!["passwordSecretRef"] == null);
    }

    /// <summary>A listed key would stand in the history of deployments, and open the account to whoever reads it there.</summary>
    [Fact]
    public async Task Keys_OfAccounts_AreListedNowhere() =>
        (await MainAsync())
            .All.SelectMany(template => Texts(template.Json, ""))
            .Where(text => text.Value.Contains("listKeys(", StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();

    [Fact]
    public async Task EvidenceEvents_Queue_IsToldOfTheContainer()
    {
        var events = (await MainAsync()).Module("evidence-events");

        var properties = events.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions").Single()["properties"]!;

        var delivery = properties["deliveryWithResourceIdentity"]!;
        ((string?)delivery["destination"]!["endpointType"]).ShouldBe("StorageQueue");
        ((string?)delivery["destination"]!["properties"]!["queueName"]).ShouldBe(EvidenceEvents.Queue);
        // The app reads the subject of this schema.
        ((string?)properties["eventDeliverySchema"]).ShouldBe("EventGridSchema");
        var filter = properties["filter"]!;
        ((string?)filter["subjectBeginsWith"]).ShouldBe(BlobCreated.Evidence);
        filter["includedEventTypes"]!
            .AsArray()
            .Select(type => (string?)type)
            .ShouldBe(["Microsoft.Storage.BlobCreated"]);
    }

    [Fact]
    public async Task Parameters_NamedLikeSecrets_AreSecureAndWithoutDefault()
    {
        var secrets = (await MainAsync())
            .All.SelectMany(template => template.Parameters)
            .Where(parameter => LooksSecret(parameter.Key))
            .ToArray();

        secrets.ShouldNotBeEmpty();
        secrets.ShouldAllBe(parameter =>
            (string?)parameter.Value!["type"] == "securestring"
            && string.IsNullOrEmpty((string?)parameter.Value["defaultValue"])
        );
    }

    /// <summary>
    /// What comes in as a secure parameter, or is a key that a service lists, goes on as such or ends in the vault or among the
    /// secrets of the app. Anywhere else it could be read in the history of deployments, or in the app's settings.
    /// </summary>
    [Fact]
    public async Task Secrets_OfTheDeployment_StayInSecurePlaces()
    {
        var found = (await MainAsync()).All.SelectMany(template =>
            Texts(template.Json, "")
                .Where(text => SecretTexts.IsSecret(template, text.Path, text.Value))
                .Where(text => !IsSecurePlace(template, text.Path))
                .Select(text => $"{template.Name}: {text.Path}")
        );

        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "/resources/0/properties/configuration/secrets",
        "[map(variables('given'), lambda('i', lambdaVariables('i').value))]",
        true
    )]
    [InlineData(
        "/resources/0/properties/env",
        "[map(variables('given'), lambda('i', lambdaVariables('i').secret))]",
        false
    )]
    [InlineData(
        "/resources/0/properties/env",
        "[concat(map(items(variables('plain')), lambda('i', lambdaVariables('i').value)), map(variables('given'), lambda('i', lambdaVariables('i').secret)))]",
        false
    )]
    [InlineData(
        "/resources/0/properties/env",
        "[map(variables('given'), lambda('i', lambdaVariables('i').value))]",
        true
    )]
    [InlineData("/resources/0/properties/a", "[parameters('apiKey')]", true)]
    [InlineData("/resources/0/properties/a", "[parameters('plain')]", false)]
    [InlineData("/resources/0/properties/a", "[listKeys('account', '2023-05-01').keys[0].value]", true)]
    [InlineData("/resources/0/properties/a", "[listOutputsWithSecureValues('storage', '2025-04-01').seed]", true)]
    public void SecretTexts_Text_IsSecretWhenItShowsOne(string path, string text, bool isSecret)
    {
        var template = new ArmTemplate(
            JsonNode
                .Parse(
                    """
                    {
                      "parameters": { "apiKey": { "type": "securestring" }, "plain": { "type": "string" } },
                      "variables": {
                        "all": [ { "secret": "api-key", "value": "[parameters('apiKey')]" } ],
                        "given": "[filter(variables('all'), lambda('i', not(empty(lambdaVariables('i').value))))]",
                        "plain": { "a": "b" }
                      }
                    }
                    """
                )!
                .AsObject()
        );

        SecretTexts.IsSecret(template, path, text).ShouldBe(isSecret);
    }

    private static Task<ArmTemplate> MainAsync() => BicepCompiler.TemplateAsync(Main);

    private static async Task<JsonObject> AppAsync() =>
        (await MainAsync()).OfType("Microsoft.App/containerApps").Single();

    private static bool LooksSecret(string name) =>
        name != PublicKey
        && new[] { "Key", "Password", "Secret", "Token" }.Any(word => name.EndsWith(word, StringComparison.Ordinal));

    private static bool IsSecurePlace(ArmTemplate template, string path) =>
        path.EndsWith("/properties/configuration/secrets", StringComparison.Ordinal)
        || template.Name == "key-vault" && path.EndsWith("/properties/value", StringComparison.Ordinal)
        // Only whether there is one.
        || path.EndsWith("/condition", StringComparison.Ordinal)
        || path.Split('/') is ["", "outputs", var output, "value"]
            && (string?)template.Json["outputs"]![output]!["type"] == "securestring"
        || template.Modules.Any(module =>
            module.Parameters.Any(parameter =>
                (string?)parameter.Value!["type"] == "securestring"
                && path.EndsWith($"/properties/parameters/{parameter.Key}/value", StringComparison.Ordinal)
            )
        );

    /// <summary>The texts of a template with their paths, without those of the templates in it.</summary>
    private static IEnumerable<(string Path, string Value)> Texts(JsonNode? node, string path) =>
        node switch
        {
            JsonObject json => json.Where(item =>
                    path.Length == 0 || item.Value is not JsonObject { } inner || inner["$schema"] is null
                )
                .SelectMany(item => Texts(item.Value, $"{path}/{item.Key}")),
            JsonArray list => list.SelectMany((item, index) => Texts(item, $"{path}/{index}")),
            JsonValue value when value.TryGetValue<string>(out var text) => [(path, text)],
            _ => [],
        };
}
