using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Tests.House;

public sealed partial class ReadmeTests
{
    [Fact]
    public void Readme_TableOfFunctions_NamesEachFunctionOnce()
    {
        var readme = Checkout.Read("README.md");
        var section = readme[readme.IndexOf("## Functions", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", 3, StringComparison.Ordinal)];

        FunctionRow()
            .Matches(section)
            .Select(row => row.Groups["name"].Value)
            .ShouldBe(
                typeof(AvanceApp)
                    .Assembly.GetTypes()
                    .SelectMany(type => type.GetMethods())
                    .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
                    .OfType<string>(),
                ignoreOrder: true
            );
    }

    [Fact]
    public void Readme_Settings_AreThoseOfADevelopersMachine()
    {
        var readme = Checkout.Read("README.md");
        var names = System.Text.Json.Nodes.JsonNode.Parse(Checkout.Read("local.settings.sample.json"))!["Values"]!
            .AsObject()
            .Select(setting => setting.Key)
            // These two are the host's own, not the app's.
            .Except(["FUNCTIONS_WORKER_RUNTIME", "AZURE_FUNCTIONS_ENVIRONMENT"]);

        names.ShouldAllBe(name => readme.Contains($"| `{name}` |"));
    }

    [GeneratedRegex(@"^\| `(?<name>\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FunctionRow();
}
