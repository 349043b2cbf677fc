using System.Text.Json;

namespace Avance.Functions.Tests.House;

/// <summary>The Bicep files, as their compiler sees them. What it makes of them is in <see cref="DeploymentTests"/>.</summary>
public sealed class BicepTests
{
    /// <summary>Rules of the linter that are not errors; <c>bicepconfig.json</c> says why.</summary>
    private static readonly string[] RulesOff = ["use-recent-api-versions"];

    [Fact]
    public async Task Build_FilesOfTheDeployment_SaysNothing() =>
        await ShouldSayNothingAsync(await BicepCompiler.DeploymentAsync(), ".bicep");

    [Fact]
    public async Task Build_ParametersOfTheDeployment_SaysNothing() =>
        await ShouldSayNothingAsync(
            await BicepCompiler.BuildAsync("build-params", "infra/**/*.bicepparam"),
            ".bicepparam"
        );

    [Fact]
    public async Task Format_FilesOfTheDeployment_ChangesNothing()
    {
        var folder = Directory.CreateTempSubdirectory("avance-bicep-");
        try
        {
            var files = await Checkout.FilesAsync(".bicep", ".bicepparam");
            foreach (var file in files)
            {
                folder.CreateSubdirectory(Path.GetDirectoryName(file)!);
                await WriteAsync(folder, file, Checkout.Read(file));
            }

            var result = await BicepCompiler.RunAsync("format", "--pattern", $"{folder.FullName}/**/*.bicep*");

            result.ExitCode.ShouldBe(0, result.Error);
            files
                .Where(file => File.ReadAllText(Path.Combine(folder.FullName, file)) != Checkout.Read(file))
                .ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A build has the linter look too, and goes on after a file that is faulty.</summary>
    [Fact]
    public async Task Build_FaultyFiles_SaysTheLineOfEachFault()
    {
        (string Name, string Text)[] faulty =
        [
            ("a.bicep", "param name string\nresource x 'y@z' = {\n  name: \n"),
            ("b.bicep", "param name string\n"),
            (
                "c.bicep",
                """
                resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = { name: 'storage' }
                resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' = {
                  name: 'topic'
                  location: 'global'
                  tags: storage.tags
                }
                """
            ),
            ("d.bicepparam", "using 'b.bicep'\n\nparam = 3\n"),
        ];
        var folder = Directory.CreateTempSubdirectory("avance-bicep-");
        try
        {
            await WriteAsync(folder, "bicepconfig.json", Checkout.Read("infra/bicepconfig.json"));
            foreach (var (name, text) in faulty)
            {
                await WriteAsync(folder, name, text);
            }

            var (files, _) = await BicepCompiler.BuildAsync("build", $"{folder.FullName}/**/*.bicep");
            var (parameters, _) = await BicepCompiler.BuildAsync("build-params", $"{folder.FullName}/**/*.bicepparam");

            (files.ExitCode, parameters.ExitCode).ShouldBe((1, 1));
            files.Error.ShouldContain("a.bicep(4,1) : Error BCP018");
            files.Error.ShouldContain("b.bicep(1,7) : Error no-unused-params");
            files.Error.ShouldContain("c.bicep(5,9) : Error BCP120");
            parameters.Error.ShouldContain("d.bicepparam(3,");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Rules_OfTheLinter_AreErrors()
    {
        using var config = JsonDocument.Parse(
            Checkout.Read("infra/bicepconfig.json"),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }
        );
        var core = config.RootElement.GetProperty("analyzers").GetProperty("core");

        core.GetProperty("enabled").GetBoolean().ShouldBeTrue();
        core.GetProperty("rules")
            .EnumerateObject()
            .Where(rule => rule.Value.GetProperty("level").GetString() != "error")
            .Select(rule => rule.Name)
            .ShouldBe(RulesOff);
    }

    [Fact]
    public async Task Modules_OfTheDeployment_AreDeployed()
    {
        var files = await Checkout.FilesAsync(".bicep");
        var text = string.Concat(files.Select(Checkout.Read));

        files
            .Where(file => file.StartsWith("infra/modules/", StringComparison.Ordinal))
            .Where(file =>
                !text.Contains($"'{file["infra/".Length..]}'") && !text.Contains($"'{Path.GetFileName(file)}'")
            )
            .ShouldBeEmpty();
    }

    private static async Task ShouldSayNothingAsync(BicepBuild build, string ending)
    {
        // Warnings too: they do not change the exit code.
        (build.Result.ExitCode, build.Result.Output, build.Result.Error).ShouldBe((0, "", ""));
        var expected = (await Checkout.FilesAsync(ending)).Select(file => Path.ChangeExtension(file, ".json"));
        build.Files.Keys.ShouldBe(expected, ignoreOrder: true);
    }

    private static Task WriteAsync(DirectoryInfo folder, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text, TestContext.Current.CancellationToken);
}
