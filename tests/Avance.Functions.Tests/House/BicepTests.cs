using System.Text.Json;

namespace Avance.Functions.Tests.House;

/// <summary>The Bicep files, as their compiler sees them. What it makes of them is in <see cref="DeploymentTests"/>.</summary>
public sealed class BicepTests
{
    private const string Files = "infra/**/*.bicep";
    private const string ParameterFiles = "infra/**/*.bicepparam";

    /// <summary>Rules of the linter that are not errors; <c>bicepconfig.json</c> says why.</summary>
    private static readonly string[] RulesOff = ["use-recent-api-versions"];

    [Theory]
    [InlineData("build", Files, ".bicep")]
    [InlineData("build-params", ParameterFiles, ".bicepparam")]
    public async Task Build_FilesOfTheDeployment_SayNothing(string command, string pattern, string ending)
    {
        var folder = Directory.CreateTempSubdirectory("avance-bicep-");
        try
        {
            var result = await BicepCompiler.RunAsync(
                command,
                "--no-restore",
                "--pattern",
                pattern,
                "--outdir",
                folder.FullName
            );

            // Warnings too: they do not change the exit code.
            (result.ExitCode, result.Output, result.Error).ShouldBe((0, "", ""));
            var expected = (await Checkout.FilesAsync(ending)).Select(file => Path.ChangeExtension(file, ".json"));
            folder
                .EnumerateFiles("*.json", SearchOption.AllDirectories)
                .Select(file => $"infra/{Path.GetRelativePath(folder.FullName, file.FullName)}")
                .ShouldBe(expected, ignoreOrder: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(Files)]
    [InlineData(ParameterFiles)]
    public async Task Lint_FilesOfTheDeployment_SaysNothing(string pattern)
    {
        var result = await BicepCompiler.RunAsync("lint", "--no-restore", "--pattern", pattern);

        (result.ExitCode, result.Output, result.Error).ShouldBe((0, "", ""));
    }

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

    [Theory]
    [InlineData("a.bicep", "param name string\nresource x 'y@z' = {\n  name: \n", "a.bicep(4,1) : Error BCP018")]
    [InlineData("a.bicep", "param name string\n", "a.bicep(1,7) : Error no-unused-params")]
    [InlineData("a.bicepparam", "using 'main.bicep'\n\nparam = 3\n", "a.bicepparam(3,")]
    [InlineData(
        "a.bicep",
        """
            resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = { name: 'storage' }
            resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' = {
              name: 'topic'
              location: 'global'
              tags: storage.tags
            }
            """,
        "a.bicep(5,9) : Error BCP120"
    )]
    public async Task Lint_FaultyFile_IsSeenWithItsLine(string name, string text, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("avance-bicep-");
        try
        {
            await WriteAsync(folder, "bicepconfig.json", Checkout.Read("infra/bicepconfig.json"));
            await WriteAsync(folder, name, text);

            var result = await BicepCompiler.RunAsync("lint", "--no-restore", Path.Combine(folder.FullName, name));

            result.ExitCode.ShouldBe(1);
            result.Error.ShouldContain(expected);
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
            .Where(file => !text.Contains($"'{file["infra/".Length..]}'"))
            .ShouldBeEmpty();
    }

    private static Task WriteAsync(DirectoryInfo folder, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text, TestContext.Current.CancellationToken);
}
