using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.House;

/// <summary>
/// The settings of a developer's machine and those of Azure are the same. In Bicep they are the variable
/// <c>appSettings</c>, which is read in the compiled template.
/// </summary>
public sealed partial class SettingsTests
{
    private const string Sample = "local.settings.sample.json";
    private const string Storage = "AzureWebJobsStorage";

    /// <summary>The host of a developer's machine wants these; in Azure the function app has them otherwise.</summary>
    private static readonly string[] OnlyLocal = ["AZURE_FUNCTIONS_ENVIRONMENT", "FUNCTIONS_WORKER_RUNTIME"];

    /// <summary>The identity and the telemetry of the function app, and its host's own page: a developer's machine has none of them.</summary>
    private static readonly string[] OnlyAzure =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "AZURE_CLIENT_ID",
        "AzureWebJobsDisableHomepage",
        "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
    ];

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

        azure.ShouldContainKey($"{Storage}__{service}");
        azure.ShouldNotContainKey(Storage);
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
    public void Names_TableOfTheReadMe_IsComplete()
    {
        var text = Checkout.Read("infra/README.md");

        SampleSettings().Keys.Except(OnlyLocal).Where(name => !text.Contains($"`{name}")).ShouldBeEmpty();
    }

    [Fact]
    public void Names_SettingsThatTheAppReads_AreThoseOfTheSample() =>
        SampleSettings()
            .Keys.Except(OnlyLocal)
            .ShouldBe([StorageClients.Setting, .. SettingsOfTriggers(), .. SettingsOfOptions()], ignoreOrder: true);

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

    /// <summary>Of each type that names its section: the section's settings.</summary>
    private static IEnumerable<string> SettingsOfOptions() =>
        typeof(AvanceApp)
            .Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .SelectMany(type =>
                type.GetProperties()
                    .Where(property => property.CanWrite)
                    .Select(property => $"{type.GetField("Section")!.GetValue(null)}__{property.Name}")
            );

    private static Dictionary<string, string> SampleSettings()
    {
        using var json = JsonDocument.Parse(Checkout.Read(Sample));
        return json
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value.GetString()!);
    }

    private static async Task<Dictionary<string, string>> BicepSettingsAsync()
    {
        var app = (await BicepCompiler.TemplateAsync("infra/main.bicep")).All.Single(template =>
            template.Variables.ContainsKey("appSettings")
        );
        return app.Variables["appSettings"]!
            .AsObject()
            .ToDictionary(setting => setting.Key, setting => (string)app.Resolve(setting.Value)!);
    }

    /// <summary><c>AzureWebJobsStorage__blobServiceUri</c> is part of the connection AzureWebJobsStorage.</summary>
    private static string Whole(string name) =>
        name.StartsWith($"{Storage}__", StringComparison.Ordinal) ? Storage : name;

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.None, 1_000)]
    private static partial Regex InPercentSigns { get; }
}
