using System.Text.RegularExpressions;
using Avance.Testing;

namespace Avance.Functions.Tests.House;

/// <summary>The official packages replace every stand-in, and the app cannot tell.</summary>
public sealed partial class FlavourTests
{
    private const string App = "functions/Avance.Functions.csproj";

    /// <summary>What each stand-in stands in for, and the versions whose API it keeps.</summary>
    private static readonly Dictionary<string, string[]> StandIns = new()
    {
        ["Azure.Data.Tables"] = ["Azure.Data.Tables 12.11"],
        ["Microsoft.Azure.Functions.Worker"] =
        [
            "Microsoft.Azure.Functions.Worker 2.52",
            "Microsoft.Azure.Functions.Worker.Extensions.Http 3.3",
            "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore 2.1",
            "Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs 6.8",
            "Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues 5.5",
            "Microsoft.Azure.Functions.Worker.Extensions.Timer 4.3",
            "Microsoft.Azure.Functions.Worker.Sdk 2.1",
        ],
        ["Microsoft.Graph"] = ["Microsoft.Graph 6.10"],
        ["SendGrid"] = ["SendGrid 9.29"],
        // The storage clients bring it.
        ["System.IO.Hashing"] = ["Azure.Storage.Blobs 12", "Azure.Storage.Queues 12"],
    };

    [Fact]
    public async Task StandIns_FoldersOfLocal_AreAllKnownHere()
    {
        var projects = await Checkout.FilesAsync(".csproj");

        projects
            .Where(file => file.StartsWith("local/", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ShouldBe(StandIns.Keys, ignoreOrder: true);
    }

    [Fact]
    public async Task Official_App_ReferencesThePackageOfEachStandIn()
    {
        var app = await Project.EvaluateAsync(App, "official");

        var expected = StandIns.Values.SelectMany(packages => packages).ToArray();
        var actual = app
            .PackageReferences.Select(name => $"{name} {app.PackageVersions.GetValueOrDefault(name)}")
            .ToArray();
        expected
            .Where(package => !actual.Any(reference => reference.StartsWith($"{package}.", StringComparison.Ordinal)))
            .ShouldBeEmpty($"among {string.Join(", ", actual)}");
    }

    [Fact]
    public async Task Local_App_ReferencesEachStandInAndNoneOfTheirPackages()
    {
        var app = await Project.EvaluateAsync(App, "local");

        app.ProjectReferences.Select(Path.GetFileNameWithoutExtension).ShouldBe(StandIns.Keys, ignoreOrder: true);
        app.PackageReferences.Intersect(StandIns.Keys).ShouldBeEmpty();
        app.PackageReferences.ShouldNotContain(name =>
            name.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Official_ProjectsOutsideLocal_ReferenceNothingInIt()
    {
        var local = RepositoryRoot.File("local") + Path.DirectorySeparatorChar;
        var projects = await Checkout.FilesAsync(".csproj");
        foreach (var file in projects.Where(file => !file.StartsWith("local/", StringComparison.Ordinal)))
        {
            var project = await Project.EvaluateAsync(file, "official");

            project
                .ProjectReferences.Where(reference => reference.StartsWith(local, StringComparison.Ordinal))
                .ShouldBeEmpty(file);
            project
                .PackageReferences.Where(name => !project.PackageVersions.ContainsKey(name))
                .ShouldBeEmpty($"{file} names packages without a version");
        }
    }

    [Fact]
    public async Task Official_LockFile_IsNotThatOfLocal()
    {
        var official = await Project.EvaluateAsync(App, "official");
        var local = await Project.EvaluateAsync(App, "local");

        Path.GetFileName(official.LockFile).ShouldBe("packages.official.lock.json");
        Path.GetFileName(local.LockFile).ShouldBeOneOf("", "packages.lock.json");
    }

    [Fact]
    public async Task Sources_OfTheAppAndSamples_DoNotKnowTheFlavour()
    {
        var sources = (await Checkout.FilesAsync()).Where(file =>
            (
                file.StartsWith("functions/", StringComparison.Ordinal)
                || file.StartsWith("samples/", StringComparison.Ordinal)
            )
            && !file.EndsWith(".csproj", StringComparison.Ordinal)
            && !file.EndsWith("lock.json", StringComparison.Ordinal)
        );

        Checkout.Grep(sources, line => Flavour.IsMatch(line)).ShouldBeEmpty();
    }

    [GeneratedRegex(
        @"AzurePackages|stand[- ]?in\b|local[- ]host\b|local flavou?r|^\s*#\s*(if|elif)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Flavour { get; }
}
