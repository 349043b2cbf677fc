namespace Avance.Functions.Tests.House;

/// <summary>The files of the repository: those committed, and new ones that no rule ignores.</summary>
internal static class Checkout
{
    private static readonly Task<string[]> AllFiles = ListAsync("--cached", "--others", "--exclude-standard");
    private static readonly Task<string[]> CommittedFiles = ListAsync("--cached");

    /// <summary>Paths below the root with forward slashes.</summary>
    public static Task<string[]> FilesAsync() => AllFiles;

    public static Task<string[]> CommittedAsync() => CommittedFiles;

    /// <param name="endings">Of the file's name, such as <c>.cs</c>.</param>
    public static async Task<string[]> FilesAsync(params string[] endings) =>
        [
            .. (await AllFiles).Where(file =>
                endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            ),
        ];

    public static string Read(string file) => File.ReadAllText(RepositoryRoot.File(file));

    /// <summary>The lines of the files that match, as <c>file:line: text</c>.</summary>
    public static string[] Grep(IEnumerable<string> files, Func<string, bool> isMatch) =>
        [
            .. files.SelectMany(file =>
                File.ReadLines(RepositoryRoot.File(file))
                    .Select((line, index) => (line, Number: index + 1))
                    .Where(item => isMatch(item.line))
                    .Select(item => $"{file}:{item.Number}: {item.line.Trim()}")
            ),
        ];

    private static async Task<string[]> ListAsync(params string[] options)
    {
        var listed = await Tool.RunAsync("git", ["ls-files", "-z", .. options]);
        // A file that was deleted and not yet committed is still listed.
        return
        [
            .. listed
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Where(file => File.Exists(RepositoryRoot.File(file)))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }
}
