namespace Avance.Functions.Documents.Reading.Sheets;

/// <summary>A file without a name: it takes no memory, and is gone with its process, also when that is killed.</summary>
internal sealed class TemporaryCopy : IDisposable
{
    private FileStream? file;

    public Stream Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"avance-{Guid.NewGuid():N}");
        file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);
        File.Delete(path);
        return file;
    }

    public void Dispose() => file?.Dispose();
}
