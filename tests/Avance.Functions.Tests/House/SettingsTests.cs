using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.House;

/// <summary>
/// The settings of a developer's machine and those of Azure are the same. In Bicep they are the lines
/// <c>name: value</c> between <c>var appSettings = {</c> and the brace that closes it.
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

    [Fact]
    public void Names_SampleAndBicep_Agree()
    {
        var local = SampleSettings().Keys.Except(OnlyLocal);
        var azure = BicepSettings().Keys.Except(OnlyAzure).Select(Whole).Distinct();

        local.ShouldBe(azure, ignoreOrder: true);
    }

    [Fact]
    public void Names_SettingsOfOneSide_AreThere()
    {
        SampleSettings().Keys.Intersect(OnlyLocal).ShouldBe(OnlyLocal, ignoreOrder: true);
        BicepSettings().Keys.Intersect(OnlyAzure).ShouldBe(OnlyAzure, ignoreOrder: true);
        BicepSettings().Keys.Intersect(OnlyLocal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("blobServiceUri")]
    [InlineData("queueServiceUri")]
    [InlineData("tableServiceUri")]
    public void Storage_InAzure_IsReachedByIdentity(string service)
    {
        BicepSettings().ShouldContainKey($"{Storage}__{service}");
        BicepSettings().ShouldNotContainKey(Storage);
    }

    [Fact]
    public void Defaults_SampleAndBicep_Agree()
    {
        var defaults = Defaults
            .Matches(Checkout.Read("infra/main.bicep"))
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
        var sample = SampleSettings();

        // A setting of which a parameter of the deployment decides.
        var compared = BicepSettings().Where(setting => defaults.ContainsKey(setting.Value)).ToArray();

        compared.ShouldNotBeEmpty();
        compared.ShouldAllBe(setting => sample[setting.Key] == defaults[setting.Value]);
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

    private static Dictionary<string, string> BicepSettings()
    {
        var text = Checkout.Read("infra/modules/function-app.bicep");
        var start = text.IndexOf("var appSettings = {\n", StringComparison.Ordinal);
        start.ShouldBePositive();
        var end = text.IndexOf("\n}\n", start, StringComparison.Ordinal);
        return Setting
            .Matches(text[start..end])
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
    }

    /// <summary><c>AzureWebJobsStorage__blobServiceUri</c> is part of the connection AzureWebJobsStorage.</summary>
    private static string Whole(string name) =>
        name.StartsWith($"{Storage}__", StringComparison.Ordinal) ? Storage : name;

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.None, 1_000)]
    private static partial Regex InPercentSigns { get; }

    [GeneratedRegex(@"^  (?<name>\w+): (?<value>.+)$", RegexOptions.Multiline, 1_000)]
    private static partial Regex Setting { get; }

    [GeneratedRegex(@"^param (?<name>\w+) string = '(?<value>[^']*)'$", RegexOptions.Multiline, 1_000)]
    private static partial Regex Defaults { get; }
}
