using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Avance.Functions.Tests.House;

/// <summary>The Bicep compiler of the NuGet package. It is a program for Linux on x64: elsewhere its tests are skipped.</summary>
internal static class BicepCompiler
{
    // A start of the compiler takes seconds: it is started once for all files.
    private static readonly Lazy<Task<BicepBuild>> Deployment = new(() => BuildAsync("build", "infra/**/*.bicep"));
    private static readonly ConcurrentDictionary<string, Lazy<Task<ArmTemplate>>> Templates = new();

    private static readonly string Program = typeof(BicepCompiler)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "BicepCompiler")
        .Value!;

    /// <summary>What a deployment of the file would make.</summary>
    /// <param name="file">Below the root of the checkout, such as <c>infra/main.bicep</c>.</param>
    public static Task<ArmTemplate> TemplateAsync(string file) =>
        Templates.GetOrAdd(file, name => new(() => ReadAsync(name))).Value;

    /// <summary>All files of the deployment, compiled once for all tests.</summary>
    public static Task<BicepBuild> DeploymentAsync() => Deployment.Value;

    /// <param name="command"><c>build</c>, or <c>build-params</c> for files of parameters.</param>
    /// <param name="pattern">Of the files, below the root of the checkout or with the path of another folder.</param>
    public static async Task<BicepBuild> BuildAsync(string command, string pattern)
    {
        var folder = Directory.CreateTempSubdirectory("avance-bicep-");
        try
        {
            var result = await RunAsync(command, "--no-restore", "--pattern", pattern, "--outdir", folder.FullName);
            return new BicepBuild(
                result,
                folder
                    .EnumerateFiles("*.json", SearchOption.AllDirectories)
                    .ToDictionary(
                        file => $"infra/{Path.GetRelativePath(folder.FullName, file.FullName)}",
                        file => File.ReadAllText(file.FullName)
                    )
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static Task<ToolResult> RunAsync(params string[] arguments)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64,
            "The package has the compiler for Linux on x64."
        );
        // It runs without libicu, which not every machine has; Bicep needs nothing of it.
        return Tool.ResultAsync(Program, arguments, ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));
    }

    private static async Task<ArmTemplate> ReadAsync(string file)
    {
        var (result, files) = await DeploymentAsync();
        result.ExitCode.ShouldBe(0, result.Error);
        return new ArmTemplate(JsonNode.Parse(files[Path.ChangeExtension(file, ".json")])!.AsObject());
    }
}
