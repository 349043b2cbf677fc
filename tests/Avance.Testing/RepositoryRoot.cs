namespace Avance.Testing;

/// <summary>Finds files of the checkout from wherever a test runs.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    /// <param name="relative">A path below the root, with forward slashes.</param>
    public static string File(string relative) => System.IO.Path.Combine(Path, relative);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "Serverless.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Serverless.sln is in no folder above.");
    }
}
