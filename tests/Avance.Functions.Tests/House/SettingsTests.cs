using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Avance.Functions.Storage;

namespace Avance.Functions.Tests.House;

/// <summary>
/// The settings of a developer's machine and those of Azure are the same. In Bicep they are the variable
/// <c>appSettings</c>, which is read in the compiled template.
/// </summary>
public sealed partial class SettingsTests
{
    private const string Sample = "local.settings.sample.json";
    private const string HostStorage = "AzureWebJobsStorage";

    /// <summary>Makes a developer's machine one; in Azure it is never set.</summary>
    private static readonly string[] OnlyLocal = ["AZURE_FUNCTIONS_ENVIRONMENT"];

    /// <summary>
    /// What a developer's machine has none of: an identity, telemetry, the host's own page, a port of its own, a place for
    /// the host's keys, and other replicas of the same app.
    /// </summary>
    private static readonly string[] OnlyAzure =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "ASPNETCORE_URLS",
        "AZURE_CLIENT_ID",
        "AzureFunctionsWebHost__hostid",
        "AzureWebJobsDisableHomepage",
        "AzureWebJobsSecretStorageType",
    ];

    /// <summary>
    /// What the Functions host reads, and no options type of the app: which worker it starts, where it keeps what is its own,
    /// and how large a body it takes before the app sees anything of it.
    /// </summary>
    private static readonly string[] OfTheHost = ["FUNCTIONS_WORKER_RUNTIME", HostStorage, BodyLimit];

    private static readonly string[] Connections = [HostStorage, StorageClients.Setting, StorageClients.Reports];

    private const string BodyLimit = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";

    /// <summary>Mails are kept as files on a developer's machine alone.</summary>
    private static readonly string[] OtherInAzure = ["Mail__Folder"];

    [Fact]
    public async Task Names_SampleAndBicep_Agree()
    {
        var local = SampleSettings().Keys.Except(OnlyLocal);
        var azure = (await BicepSettingsAsync()).Keys.Except(OnlyAzure).Select(Whole).Distinct();

        local.ShouldBe(azure, ignoreOrder: true);
    }

    [Fact]
    public async Task Names_SettingsOfOneSide_AreThere()
    {
        var azure = (await BicepSettingsAsync()).Keys;

        SampleSettings().Keys.Intersect(OnlyLocal).ShouldBe(OnlyLocal, ignoreOrder: true);
        azure.Intersect(OnlyAzure).ShouldBe(OnlyAzure, ignoreOrder: true);
        azure.Intersect(OnlyLocal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("blobServiceUri")]
    [InlineData("queueServiceUri")]
    [InlineData("tableServiceUri")]
    public async Task Storage_InAzure_IsReachedByIdentity(string service)
    {
        var azure = await BicepSettingsAsync();

        azure.ShouldContainKey($"{StorageClients.Setting}__{service}");
        azure.ShouldContainKey($"{StorageClients.Reports}__tableServiceUri");
        azure.ShouldContainKey($"{HostStorage}__blobServiceUri");
        Connections.ShouldAllBe(connection => !azure.ContainsKey(connection));
    }

    /// <summary>Defaults of the deployment's parameters included. What is computed as it is deployed begins with a bracket.</summary>
    [Fact]
    public async Task Values_SampleAndBicep_Agree()
    {
        var sample = SampleSettings();
        var literals = (await BicepSettingsAsync())
            .Where(setting => !setting.Value.StartsWith('[') && sample.ContainsKey(setting.Key))
            .ToArray();

        literals.Select(setting => setting.Key).ShouldContain("Reports__Schedule");
        literals
            .Where(setting => sample[setting.Key] != setting.Value)
            .Select(setting => setting.Key)
            .ShouldBe(OtherInAzure);
    }

    [Fact]
    public void Names_TableOfTheDeployment_IsComplete()
    {
        var text = Checkout.Read("infra/README.md");

        SampleSettings().Keys.Except(OnlyLocal).Where(name => !text.Contains($"`{name}")).ShouldBeEmpty();
    }

    [Fact]
    public void Names_TableOfTheDocs_AreThoseOfTheSample() =>
        // These two choose worker and environment, and are no settings of the app.
        Described().Keys.ShouldBe(SampleSettings().Keys.Except([.. OnlyLocal, OfTheHost[0]]), ignoreOrder: true);

    [Fact]
    public void Defaults_TableOfTheDocs_AreThoseOfTheOptions()
    {
        var described = Described();

        foreach (var (name, value) in Options())
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture)!.TrimEnd('/');
            described[name].ShouldStartWith(text.Length == 0 ? "empty" : text, Case.Insensitive, name);
        }
    }

    [Fact]
    public void Names_SettingsThatTheAppReads_AreThoseOfTheSample() =>
        SampleSettings()
            .Keys.Except(OnlyLocal)
            .ShouldBe(
                [
                    StorageClients.Setting,
                    StorageClients.Reports,
                    .. OfTheHost,
                    .. SettingsOfTriggers(),
                    .. Options().Select(option => option.Name),
                ],
                ignoreOrder: true
            );

    /// <summary>Otherwise the host refuses a file that the app would take, and says nothing of why.</summary>
    [Fact]
    public void BodyLimit_OfTheHost_LeavesRoomForTheLargestFileAndItsForm()
    {
        var sample = SampleSettings();
        const long Megabyte = 1024 * 1024;
        var file = long.Parse(sample["Reading__FileMegabytes"], CultureInfo.InvariantCulture) * Megabyte;

        long.Parse(sample[BodyLimit], CultureInfo.InvariantCulture).ShouldBe(file + 10 * Megabyte);
    }

    /// <summary>What stands between percent signs in an attribute of a function.</summary>
    private static IEnumerable<string> SettingsOfTriggers() =>
        HttpFunction
            .FunctionMethods.SelectMany(method =>
                method.GetParameters().Cast<ICustomAttributeProvider>().Append(method)
            )
            .SelectMany(target => target.GetCustomAttributes(inherit: false))
            .SelectMany(attribute =>
                attribute
                    .GetType()
                    .GetProperties()
                    .Where(property => property.PropertyType == typeof(string))
                    .Select(property => (string?)property.GetValue(attribute))
            )
            .SelectMany(text => InPercentSigns.Matches(text ?? "").Select(match => match.Groups["name"].Value))
            .Select(name => name.Replace(":", "__", StringComparison.Ordinal))
            .Distinct();

    /// <summary>Of each type that names its section: the section's settings and what they are unless set.</summary>
    private static IEnumerable<(string Name, object? Default)> Options() =>
        typeof(AvanceApp)
            .Assembly.GetTypes()
            .Where(type => type.GetField("Section") is not null)
            .SelectMany(type =>
                type.GetProperties()
                    .Where(property => property.CanWrite)
                    .Select(property =>
                        (
                            $"{type.GetField("Section")!.GetValue(null)}__{property.Name}",
                            property.GetValue(Activator.CreateInstance(type))
                        )
                    )
            );

    /// <summary>The settings of docs/settings.md with their defaults.</summary>
    private static Dictionary<string, string> Described() =>
        Checkout
            .Read("docs/settings.md")
            .Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|'))
            .ToDictionary(cells => cells[1].Trim(' ', '`'), cells => cells[2].Trim(' ', '`'));

    private static Dictionary<string, string> SampleSettings()
    {
        using var json = JsonDocument.Parse(Checkout.Read(Sample));
        return json
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.GetString()!);
    }

    /// <summary>Those in plain sight, and the names of those that the platform keeps as secrets.</summary>
    private static async Task<Dictionary<string, string>> BicepSettingsAsync()
    {
        var app = (await BicepCompiler.TemplateAsync("infra/main.bicep")).Module("container-app");
        var environment = (string)
            app.OfType("Microsoft.App/containerApps").Single()["properties"]!["template"]!["containers"]![0]!["env"]!;
        environment.ShouldContain("items(variables('appSettings'))");
        environment.ShouldContain("map(variables('givenSecrets')");
        return app.Variables["appSettings"]!
            .AsObject()
            .Select(setting => KeyValuePair.Create(setting.Key, (string)app.Resolve(setting.Value)!))
            .Concat(
                app.Variables["secretSettings"]!
                    .AsArray()
                    .Select(setting => KeyValuePair.Create((string)setting!["setting"]!, "[secret]"))
            )
            .ToDictionary();
    }

    /// <summary><c>AzureWebJobsStorage__blobServiceUri</c> is part of the connection AzureWebJobsStorage.</summary>
    private static string Whole(string name) =>
        Array.Find(Connections, connection => name.StartsWith($"{connection}__", StringComparison.Ordinal)) ?? name;

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.None, 1_000)]
    private static partial Regex InPercentSigns { get; }
}
