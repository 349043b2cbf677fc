using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.House;

/// <summary>How the sources are laid out, and what none of them may say.</summary>
public sealed partial class SourceTests
{
    private const int MaxLines = 300;

    private static readonly string[] Sources = [".cs", ".razor", ".js", ".mjs", ".css", ".bicep", ".bicepparam"];

    private static readonly string[] Drawers = ["Common", "Helpers", "Models", "Services", "Utils"];

    // In pieces, so that this file does not match itself.
    private static readonly string[] Marks = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

    private static readonly string[] Registries =
    [
        "registry.npm" + "js.org",
        "registry.npm" + "mirror.com",
        "registry.yarn" + "pkg.com",
        "api.nu" + "get.org",
        "pkgs.dev." + "azure.com",
        "/artifact" + "ory/",
    ];

    [Fact]
    public async Task Sources_Length_IsAtMostThreeHundredLines()
    {
        var files = await Checkout.FilesAsync(Sources);

        files
            .Select(file => (file, Lines: File.ReadLines(RepositoryRoot.File(file)).Count()))
            .Where(item => item.Lines > MaxLines)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Sources_UnfinishedWork_IsNotLeft()
    {
        var files = await Checkout.FilesAsync(Sources);
        var mark = new Regex($@"\b({string.Join('|', Marks)})\b", RegexOptions.None, TimeSpan.FromSeconds(1));

        Checkout.Grep(files, line => mark.IsMatch(line)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Functions_Folders_AreNoDrawers()
    {
        var folders = (await Checkout.FilesAsync())
            .Select(file => file.Split('/'))
            .Where(parts => parts is ["functions", _, _, ..])
            .ToArray();

        folders.SelectMany(parts => parts[1..^1]).Distinct().Intersect(Drawers).ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_PathsOfAMachineAndRegistries_AreNotNamed()
    {
        var files = (await Checkout.FilesAsync()).Where(IsText);

        Checkout.Grep(files, line => MachinePath.IsMatch(line) || Registries.Any(line.Contains)).ShouldBeEmpty();
    }

    private static bool IsText(string file)
    {
        using var stream = File.OpenRead(RepositoryRoot.File(file));
        var start = new byte[8_000];
        return !start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)).Contains((byte)0);
    }

    /// <summary>A path that begins in a folder of one machine, not a folder of that name inside another.</summary>
    [GeneratedRegex(
        @"(?<![\w.\-])/(work|root|farm|home/\w+|Users/\w+|tmp/bash_jobs[\w.]*)/",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex MachinePath { get; }
}
