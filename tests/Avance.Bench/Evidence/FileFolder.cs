namespace Avance.Bench.Evidence;

/// <summary>A folder with some files, as long as it is used.</summary>
internal sealed class FileFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("avance-bench-");

    public FileFolder(IEnumerable<BenchFile> files)
    {
        foreach (var file in files)
        {
            File.WriteAllBytes(System.IO.Path.Combine(folder.FullName, file.Name), file.Content);
        }
    }

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
