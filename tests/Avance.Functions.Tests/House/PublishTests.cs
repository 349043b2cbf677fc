using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Tests.House;

/// <summary>What <c>dotnet publish functions</c> makes is what a Functions host looks for.</summary>
public sealed class PublishTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("avance-publish-").FullName;

    [Fact]
    public async Task Publish_App_HasWhatAHostLooksFor()
    {
        // What the tests were built with: they reference the app.
        await Tool.RunAsync("dotnet", "publish", "functions", "-c", "Release", "--no-build", "-o", folder, "-nologo");

        string[] names = [.. Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path))];
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
    public async Task Publish_App_HasNoSettingsOfADeveloperNorSources()
    {
        await Tool.RunAsync("dotnet", "publish", "functions", "-c", "Release", "--no-build", "-o", folder, "-nologo");

        Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
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

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private JsonElement Read(string name) =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(folder, name)));
}
