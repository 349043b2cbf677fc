using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Avance.Functions.Tests.House;

/// <summary>The Bicep compiler of the NuGet package. It is a program for Linux on x64: elsewhere its tests are skipped.</summary>
internal static class BicepCompiler
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<ArmTemplate>>> Templates = new();

    private static readonly string Program = typeof(BicepCompiler)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "BicepCompiler")
        .Value!;

    /// <summary>What a deployment of the file would make.</summary>
    /// <param name="file">Below the root of the checkout, such as <c>infra/main.bicep</c>.</param>
    public static Task<ArmTemplate> TemplateAsync(string file) =>
        Templates.GetOrAdd(file, name => new(() => CompileAsync(name))).Value;

    public static Task<ToolResult> RunAsync(params string[] arguments)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64,
            "The package has the compiler for Linux on x64."
        );
        // It runs without libicu, which not every machine has; Bicep needs nothing of it.
        return Tool.ResultAsync(Program, arguments, ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));
    }

    private static async Task<ArmTemplate> CompileAsync(string file)
    {
        var result = await RunAsync("build", "--no-restore", "--stdout", file);
        result.ExitCode.ShouldBe(0, result.Error);
        return new ArmTemplate(JsonNode.Parse(result.Output)!.AsObject());
    }
}
