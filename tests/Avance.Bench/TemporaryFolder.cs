namespace Avance.Bench;

/// <summary>A folder with some files, as long as it is used.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("avance-bench-");

    public TemporaryFolder(params IEnumerable<BenchFile> files)
    {
        foreach (var file in files)
        {
            var path = System.IO.Path.Combine(folder.FullName, file.Name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
        }
    }

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
