using System.Text.Json;
using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.House;

/// <summary>Versions in one place, locked, and from wherever the machine gets its packages.</summary>
public sealed partial class DependencyTests
{
    private static readonly string[] ProjectFiles = [".csproj", ".props", ".targets"];

    [Fact]
    public async Task Projects_LockFile_IsCommitted()
    {
        var committed = (await Checkout.CommittedAsync()).ToHashSet();

        (await Checkout.FilesAsync(".csproj"))
            .Select(file => file[..(file.LastIndexOf('/') + 1)] + "packages.lock.json")
            .Where(file => !committed.Contains(file))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Projects_PackageVersions_AreInOneFile()
    {
        var files = (await Checkout.FilesAsync(ProjectFiles)).Where(file => file != "Directory.Packages.props");

        var versions = files.SelectMany(file =>
            PackageVersion.Matches(Checkout.Read(file)).Select(match => $"{file}: {match.Value}")
        );

        versions.ShouldBeEmpty();
    }

    [Fact]
    public async Task LockFiles_OfNpm_NameNoHostAndHaveADigestOfEachPackage()
    {
        var files = await Checkout.FilesAsync("package-lock.json");
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            using var json = JsonDocument.Parse(Checkout.Read(file));
            foreach (var package in json.RootElement.GetProperty("packages").EnumerateObject())
            {
                var resolved = package.Value.TryGetProperty("resolved", out var value) ? value.GetString()! : "";
                resolved.ShouldNotContain("://", Case.Insensitive, $"{file}: {package.Name}");
                // The project itself and the folders beside it have none.
                if (package.Name.StartsWith("node_modules/", StringComparison.Ordinal) && resolved.Length == 0)
                {
                    package.Value.TryGetProperty("integrity", out _).ShouldBeTrue($"{file}: {package.Name}");
                }
            }
        }
    }

    [GeneratedRegex(
        @"<PackageVersion\b[^>]*>|<PackageReference\b[^>]*\bVersion(Override)?\s*=[^>]*>|<PackageReference\b[^>/]*>\s*<Version\b",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex PackageVersion { get; }
}
