using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.House;

/// <summary>Alerts and roles of the deployment, and what docs/operations.md says of the former.</summary>
public sealed partial class OperationsDocsTests
{
    private const string Docs = "docs/operations.md";

    /// <summary>As in docs/telemetry.md, which a test compares with the code.</summary>
    private const string Metrics = "docs/telemetry.md";

    [Fact]
    public async Task Alerts_OfTheDeployment_HaveASectionEach() =>
        (await AlertsAsync())
            .Select(alert => $"\n### {alert["name"]}\n")
            .Where(heading => !Checkout.Read(Docs).Contains(heading, StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public async Task Sections_OfAlerts_AreOfTheDeployment()
    {
        var names = (await AlertsAsync()).Select(alert => (string)alert["name"]!);

        AlertSections
            .Matches(Part(Checkout.Read(Docs), "Alerts"))
            .Select(section => section.Groups["name"].Value)
            .ShouldBe(names, ignoreOrder: true);
    }

    [Fact]
    public async Task Alerts_TextOfEach_SaysWhatToLookAt() =>
        (await AlertsAsync())
            .Where(alert => !((string)alert["text"]!).Contains("Look at", StringComparison.Ordinal))
            .Select(alert => (string?)alert["name"])
            .ShouldBeEmpty();

    [Fact]
    public async Task Alerts_MetricsThatTheyRead_AreMeasured()
    {
        var metrics = Checkout.Read(Metrics);
        var read = (await AlertsAsync())
            .SelectMany(alert => MetricNames.Matches((string)alert["query"]!))
            .Select(metric => metric.Groups["name"].Value)
            .ToArray();

        read.ShouldNotBeEmpty();
        read.Where(name => !metrics.Contains($"| `{name}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Alerts_FunctionsThatTheyRead_AreThere()
    {
        var functions = Checkout.Read("docs/functions.md");
        var read = (await AlertsAsync())
            .SelectMany(alert => FunctionNames.Matches((string)alert["query"]!))
            .Select(function => function.Groups["name"].Value)
            .ToArray();

        read.ShouldNotBeEmpty();
        read.Where(name => !functions.Contains($"| `{name}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Where failure alone was noticed, an app that has stopped would be silent.</summary>
    [Theory]
    [InlineData("no-reports", "P1D")]
    [InlineData("no-reminders", "P1D")]
    [InlineData("no-telemetry", "PT1H")]
    public async Task Alerts_OnTheAbsenceOfSuccess_CountWhatIsBelowOne(string name, string window)
    {
        var alert = (await AlertsAsync()).Single(alert => (string?)alert["name"] == name);

        ((string?)alert["operator"], (int?)alert["limit"], (string?)alert["window"]).ShouldBe(("LessThan", 1, window));
    }

    /// <summary>Each role, on what, and whose; a role more or on more has to be given here too.</summary>
    [Fact]
    public async Task Roles_OfTheDeployment_AreThese()
    {
        var template = await BicepCompiler.TemplateAsync("infra/main.bicep");
        var given = template
            .All.SelectMany(module => module.OfTypeHere("Microsoft.Authorization/roleAssignments"))
            .Select(assignment => $"{Place(assignment)}: {RoleOf(assignment)}");

        given.ShouldBe(
            [
                "storageName: loop of onStorageRoles",
                "hostStorageName: storageBlobDataOwner",
                "reportsStorageName: storageTableDataContributor",
                "insightsName: monitoringMetricsPublisher",
                "registryName: acrPull",
                "vaultName: loop of onVaultRoles",
                "evidence-events: storageQueueDataMessageSender",
            ],
            ignoreOrder: true
        );
        var roles = template.Module("role-assignments").Variables;
        RolesOf(roles["onStorageRoles"]!)
            .ShouldBe(["storageBlobDataContributor", "storageQueueDataContributor", "storageTableDataContributor"]);
        RolesOf(roles["onVaultRoles"]!).ShouldBe(["keyVaultCryptoServiceEncryptionUser", "keyVaultSecretsUser"]);
    }

    private static IEnumerable<string> RolesOf(JsonNode list) =>
        list.AsArray().Select(role => RoleNames.Match((string)role!).Groups["name"].Value);

    private static string Place(JsonObject assignment)
    {
        var scope = (string)assignment["scope"]!;
        return scope.Contains("'evidence-events'", StringComparison.Ordinal)
            ? "evidence-events"
            : ParameterNames.Match(scope).Groups["name"].Value;
    }

    private static string RoleOf(JsonObject assignment)
    {
        var role = (string)assignment["properties"]!["roleDefinitionId"]!;
        return RoleNames.Match(role) is { Success: true } one
            ? one.Groups["name"].Value
            : $"loop of {VariableNames.Match(role).Groups["name"].Value}";
    }

    private static async Task<IEnumerable<JsonObject>> AlertsAsync() =>
        (await BicepCompiler.TemplateAsync("infra/main.bicep")).Module("alerts").Variables["alerts"]!
            .AsArray()
            .Select(alert => alert!.AsObject());

    private static string Part(string text, string heading) =>
        text.Split("\n## ").Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));

    [GeneratedRegex("^### (?<name>.+)$", RegexOptions.Multiline, 1_000)]
    private static partial Regex AlertSections { get; }

    [GeneratedRegex("\"(?<name>avance\\.[a-z.]+)\"(?!\\])", RegexOptions.None, 1_000)]
    private static partial Regex MetricNames { get; }

    [GeneratedRegex("\"function (?<name>[A-Za-z]+)\"", RegexOptions.None, 1_000)]
    private static partial Regex FunctionNames { get; }

    [GeneratedRegex(@"variables\('roles'\)\.(?<name>\w+)", RegexOptions.None, 1_000)]
    private static partial Regex RoleNames { get; }

    [GeneratedRegex(@"parameters\('(?<name>\w+)'\)", RegexOptions.None, 1_000)]
    private static partial Regex ParameterNames { get; }

    [GeneratedRegex(@"variables\('(?<name>on\w+)'\)", RegexOptions.None, 1_000)]
    private static partial Regex VariableNames { get; }
}
