using System.Text.RegularExpressions;
using Avance.Testing;

namespace Avance.Functions.Tests.House;

/// <summary>What README and docs lead to is there.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public async Task Paths_InBackticks_AreThere() =>
        (await TargetsAsync(Named())).Where(item => !Path.Exists(RepositoryRoot.File(item.Target))).ShouldBeEmpty();

    [Fact]
    public async Task Links_ToFiles_AreThere() =>
        (await TargetsAsync(Linked()))
            .Where(item => !item.Target.Contains("://"))
            .Where(item => !Path.Exists(FileOf(item.Page, item.Target)))
            .ShouldBeEmpty();

    /// <summary>A page that nothing leads to is not found.</summary>
    [Fact]
    public async Task Pages_AreAllLinkedTo()
    {
        var linked = (await TargetsAsync(Linked()))
            .Where(item => !item.Target.Contains("://"))
            .Select(item => Path.GetFullPath(FileOf(item.Page, item.Target)))
            .ToHashSet();

        (await PagesAsync())
            .Where(page => page != "README.md" && !linked.Contains(Path.GetFullPath(RepositoryRoot.File(page))))
            .ShouldBeEmpty();
    }

    private static string FileOf(string page, string link) =>
        RepositoryRoot.File(Path.Combine(Path.GetDirectoryName(page)!, link));

    private static async Task<string[]> PagesAsync() =>
        [
            .. (await Checkout.FilesAsync(".md")).Where(file =>
                file is "README.md" or "CONTRIBUTING.md" or "infra/README.md"
                || file.StartsWith("docs/", StringComparison.Ordinal)
            ),
        ];

    private static async Task<(string Page, string Target)[]> TargetsAsync(Regex expression) =>
        [
            .. (await PagesAsync()).SelectMany(page =>
                expression.Matches(Checkout.Read(page)).Select(match => (page, match.Groups["target"].Value))
            ),
        ];

    [GeneratedRegex(
        "`(?<target>(functions|tests|docs|local|infra|samples)/[^`\\s*]*)`",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)[^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Linked();
}
