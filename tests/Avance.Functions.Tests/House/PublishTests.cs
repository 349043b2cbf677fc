using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Tests.House;

/// <summary>What <c>dotnet publish functions</c> makes is what a Functions host looks for.</summary>
public sealed class PublishTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    private string Folder => app.Folder;

    [Fact]
    public void Publish_App_HasWhatAHostLooksFor()
    {
        string[] names = [.. Directory.GetFileSystemEntries(Folder).Select(path => Path.GetFileName(path))];
        string[] needed = ["host.json", "functions.metadata", ".azurefunctions", "worker.config.json"];
        needed.Except(names, StringComparer.Ordinal).ShouldBeEmpty();
        Read("host.json")
            .GetProperty("extensions")
            .GetProperty("http")
            .GetProperty("routePrefix")
            .GetString()
            .ShouldBe("");
        var program = Read("worker.config.json").GetProperty("description").GetProperty("defaultWorkerPath");
        names.ShouldContain(program.GetString());
        Read("functions.metadata")
            .EnumerateArray()
            .Select(function => function.GetProperty("name").GetString())
            .ShouldBe(
                HttpFunction.FunctionMethods.Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name),
                ignoreOrder: true
            );
    }

    [Fact]
    public void Publish_App_HasNoSettingsOfADeveloperNorSources()
    {
        Directory
            .GetFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file))
            .Where(file =>
                file.EndsWith(".json", StringComparison.Ordinal)
                && !file.StartsWith(".azurefunctions", StringComparison.Ordinal)
            )
            .ShouldBe(
                [
                    "Avance.Functions.deps.json",
                    "Avance.Functions.runtimeconfig.json",
                    "extensions.json",
                    "host.json",
                    "worker.config.json",
                ],
                ignoreOrder: true
            );
    }

    private JsonElement Read(string name) =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Folder, name)));
}
