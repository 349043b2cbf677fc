using System.Reflection;
using System.Text.Json.Nodes;
using Avance.Functions.Evidence;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Tests.House;

/// <summary>What a deployment makes, read in the compiled templates.</summary>
public sealed class DeploymentTests
{
    private const string Main = "infra/main.bicep";
    private const string Registry = "infra/registry.bicep";

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
        (await MainAsync()).OfType("Microsoft.Storage/storageAccounts").Count().ShouldBe(2);
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
        var registry = (await BicepCompiler.TemplateAsync(Registry))
            .OfType("Microsoft.ContainerRegistry/registries")
            .Single();

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

    /// <summary>The host reads its keys from files, and makes none itself: the subscription to events needs one.</summary>
    [Fact]
    public async Task App_KeysOfTheHost_AreWhereItLooksForThem()
    {
        var template = (await MainAsync()).Module("container-app");
        var container = (await AppAsync())["properties"]!["template"]!["containers"]![0]!;

        ((string?)template.Variables["appSettings"]!["AzureWebJobsSecretStorageType"]).ShouldBe("containerapps");
        ((string?)container["volumeMounts"]![0]!["mountPath"]).ShouldBe("/run/secrets/functions-keys");
        template.Variables["hostKeys"]!
            .AsArray()
            .Select(key => (string?)key!["path"])
            .ShouldBe(["host.master", "host.function.default", "host.systemKey.blobs_extension"], ignoreOrder: true);
    }

    [Fact]
    public async Task App_StartsFrom_TheRegistryOfTheOtherTemplate()
    {
        // The name that the one makes is the name that the other looks for.
        var made = (string?)
            (await BicepCompiler.TemplateAsync(Registry)).OfType("Microsoft.ContainerRegistry/registries").Single()[
                "name"
            ];
        var used = (await MainAsync()).Variables["registryName"]!;

        made.ShouldNotBeNull().ShouldContain("registryNameOf(");
        ((string?)used)!.ShouldContain("registryNameOf(");
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
        var events = (await MainAsync()).Module("evidence-events");

        var properties = events.OfType("Microsoft.EventGrid/systemTopics/eventSubscriptions").Single()["properties"]!;

        trigger.Blob!.Source.ShouldBe(BlobTriggerSource.EventGrid);
        var address = (string)events.Resolve(properties["destination"]!["properties"]!["endpointUrl"])!;
        address.ShouldContain($"/runtime/webhooks/blobs?functionName=Host.Functions.{function}&code=");
        var filter = properties["filter"]!;
        ((string?)filter["subjectBeginsWith"]).ShouldBe(
            $"/blobServices/default/containers/{EvidenceBlobs.Container}/blobs/"
        );
        filter["includedEventTypes"]!
            .AsArray()
            .Select(type => (string?)type)
            .ShouldBe(["Microsoft.Storage.BlobCreated"]);
    }

    [Fact]
    public async Task EvidenceEvents_Key_IsTheOneThatTheAppHas()
    {
        var template = await MainAsync();
        var key = (string)template.Module("container-app").Given["blobsKey"]!["value"]!;

        var address = (string)template.Module("evidence-events").Given["address"]!["value"]!;

        address.ShouldContain(key.Trim('[', ']'));
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
    /// What comes in as a secure parameter, or is a key that a service lists, goes on as such or ends among the secrets of
    /// the app. Anywhere else it could be read in the history of deployments, or in the app's settings.
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
        // Event Grid does not show the query of an address that it calls.
        || path.EndsWith("/destination/properties/endpointUrl", StringComparison.Ordinal)
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
