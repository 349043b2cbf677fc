using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Avance.Functions.Tests.House;

/// <summary>The container that is deployed has the programs that the app starts, as a developer's machine has them.</summary>
public sealed partial class ContainerImageTests
{
    private const string Dockerfile = "functions/Dockerfile";
    private const string Children = "functions/Documents/Reading/ChildProcesses/";

    /// <summary>What tesseract reads Spanish by: no program, but a package all the same.</summary>
    private const string Spanish = "tesseract-ocr-spa";

    [Fact]
    public void Packages_OfTheContainer_AreThoseOfADevelopersMachine() =>
        PackagesOfTheContainer().ShouldBe(PackagesOfADevelopersMachine());

    [Fact]
    public async Task Packages_ProgramsThatTheAppStarts_AreInThem()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/dpkg"), "Only Debian can say which package has a program.");
        var packages = new HashSet<string> { Spanish };
        foreach (var program in await ProgramsAsync())
        {
            packages.Add(await PackageOfAsync(program));
        }

        PackagesOfADevelopersMachine().ShouldBe(packages, ignoreOrder: true);
        Checkout.Read("functions/Documents/Reading/Ocr/OcrEngine.cs").ShouldContain("\"-l\", \"spa\"");
    }

    [Fact]
    public async Task Programs_OfTheApp_AreFound() =>
        (await ProgramsAsync()).ShouldBe(
            [
                "pdfimages",
                "pdftoppm",
                "pdftotext",
                "prlimit",
                "setpriv",
                "setsid",
                "tesseract",
                "true",
                "unshare",
                "vipsthumbnail",
            ],
            ignoreOrder: true
        );

    /// <summary>So that the search above misses none.</summary>
    [Fact]
    public async Task Programs_OfTheApp_AreStartedByTheSandboxAlone()
    {
        var files = (await SourcesAsync())
            .Where(file => !file.StartsWith(Children, StringComparison.Ordinal))
            .ToArray();

        Checkout
            .Grep(files, line => line.Contains("ProcessStartInfo") || line.Contains("Process.Start"))
            .ShouldBeEmpty();
        files
            .Where(file => Checkout.Read(file).Contains("ChildCommand ", StringComparison.Ordinal))
            .Where(file => !Programs.IsMatch(Checkout.Read(file)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Images_ThatItIsBuiltOn_AreNamedInOnePlace()
    {
        var lines = Checkout.Read(Dockerfile).Split('\n');

        lines.Where(line => line.Contains("mcr.microsoft.com")).Where(line => !Begins(line, "ARG ")).ShouldBeEmpty();
        lines.Where(line => Begins(line, "FROM ")).Where(line => !Begins(line, "FROM ${")).ShouldBeEmpty();

        static bool Begins(string line, string text) => line.StartsWith(text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_OfTheContainer_IsThatOfTheDeploymentAndOpenToAnyUser()
    {
        var app = (await BicepCompiler.TemplateAsync("infra/main.bicep"))
            .OfType("Microsoft.App/containerApps")
            .Single();
        var port = (int)app["properties"]!["configuration"]!["ingress"]!["targetPort"]!;

        port.ShouldBeGreaterThan(1023);
        Checkout.Read(Dockerfile).ShouldContain($"ASPNETCORE_URLS=http://+:{port} ");
        Checkout.Read(Dockerfile).ShouldContain($"\nEXPOSE {port}\n");
    }

    /// <summary>The base image names its user; where it does not, the number that .NET images give theirs stands in.</summary>
    [Fact]
    public void User_OfTheContainer_IsNotRoot() =>
        Checkout.Read(Dockerfile).TrimEnd().Split('\n')[^1].ShouldBe("USER ${APP_UID:-1654}");

    [Theory]
    [InlineData("**/local.settings.json")]
    [InlineData("**/.git")]
    [InlineData(".azurite")]
    [InlineData(".mail")]
    public void Context_WhatADevelopersMachineKeeps_StaysOut(string path) =>
        Checkout.Read(".dockerignore").Split('\n').ShouldContain(path);

    /// <summary>The image is built without documents, but for those that are pages of the app.</summary>
    [Fact]
    public void Context_GuidesThatAreInTheAssembly_AreInIt()
    {
        var project = XDocument.Parse(Checkout.Read("functions/Avance.Functions.csproj"));
        var embedded = project
            .Descendants("EmbeddedResource")
            .SelectMany(item => item.Attribute("Include")!.Value.Split(';'))
            .Where(path => path.StartsWith("../", StringComparison.Ordinal))
            .Select(path => path[3..].Replace("/*.png", "", StringComparison.Ordinal))
            .ToArray();
        var lines = Checkout.Read(".dockerignore").Split('\n');

        embedded.ShouldNotBeEmpty();
        lines.ShouldContain("docs/*");
        embedded.Select(path => $"!{path}").Except(lines).ShouldBeEmpty();
    }

    private static string[] PackagesOfTheContainer() =>
        Words(Installed.Match(Checkout.Read(Dockerfile)).Groups["packages"].Value.Replace('\\', ' '));

    private static string[] PackagesOfADevelopersMachine() =>
        Words(DebianPackages.Match(Checkout.Read("local/setup.sh")).Groups["packages"].Value);

    private static string[] Words(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        words.ShouldNotBeEmpty();
        return words;
    }

    private static async Task<string[]> SourcesAsync() =>
        [.. (await Checkout.FilesAsync(".cs")).Where(file => file.StartsWith("functions/", StringComparison.Ordinal))];

    /// <summary>The names that the sandbox looks for, and those that a command is made with.</summary>
    private static async Task<string[]> ProgramsAsync() =>
        [
            .. (await SourcesAsync())
                .Where(file =>
                    file.StartsWith(Children, StringComparison.Ordinal)
                    || Checkout.Read(file).Contains("ChildCommand ", StringComparison.Ordinal)
                )
                .SelectMany(file => Programs.Matches(Checkout.Read(file)))
                .Select(match => match.Groups["name"].Value)
                .Distinct(),
        ];

    private static async Task<string> PackageOfAsync(string program)
    {
        var owners = await Tool.RunAsync("dpkg", "--search", $"*/bin/{program}");
        return owners.Split('\n').Single(line => line.EndsWith($"/bin/{program}", StringComparison.Ordinal)).Split(':')[
            0
        ];
    }

    [GeneratedRegex(
        @"\b((Try)?Find|Command|new|ChildCommand)\(\s*""(?<name>[a-z][a-z0-9-]*)""",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Programs { get; }

    [GeneratedRegex(@"apt-get install( --\S+)*(?<packages>[^&]+)&&", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Installed { get; }

    [GeneratedRegex(@"^debian_packages=\((?<packages>[^)]+)\)$", RegexOptions.Multiline, 1_000)]
    private static partial Regex DebianPackages { get; }
}
