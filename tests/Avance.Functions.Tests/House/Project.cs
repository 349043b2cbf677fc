using System.Text.Json;

namespace Avance.Functions.Tests.House;

/// <summary>A project as the build sees it in a flavour. Nothing is restored for it.</summary>
internal sealed record Project(
    IReadOnlyList<string> ProjectReferences,
    IReadOnlyList<string> PackageReferences,
    IReadOnlyDictionary<string, string> PackageVersions,
    string LockFile
)
{
    public static async Task<Project> EvaluateAsync(string file, string flavour)
    {
        var text = await Tool.RunAsync(
            "dotnet",
            "msbuild",
            file,
            $"-p:AzurePackages={flavour}",
            "-getItem:ProjectReference,PackageReference,PackageVersion",
            "-getProperty:NuGetLockFilePath"
        );
        using var json = JsonDocument.Parse(text);
        var items = json.RootElement.GetProperty("Items");
        return new Project(
            [.. items.GetProperty("ProjectReference").EnumerateArray().Select(item => Text(item, "FullPath"))],
            [.. items.GetProperty("PackageReference").EnumerateArray().Select(item => Text(item, "Identity"))],
            items
                .GetProperty("PackageVersion")
                .EnumerateArray()
                .ToDictionary(item => Text(item, "Identity"), item => Text(item, "Version")),
            json.RootElement.GetProperty("Properties").GetProperty("NuGetLockFilePath").GetString()!
        );
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
