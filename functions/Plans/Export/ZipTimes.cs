using System.IO.Compression;

namespace Avance.Functions.Plans.Export;

/// <summary>Takes out of a ZIP when it was made: the same content is then the same file.</summary>
internal static class ZipTimes
{
    /// <summary>The earliest time that a ZIP can hold, which all entries have.</summary>
    public static DateTimeOffset Epoch { get; } = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="file">Can be read, written and sought; stays open.</param>
    public static void Clear(Stream file)
    {
        using var package = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in package.Entries)
        {
            entry.LastWriteTime = Epoch;
        }
    }
}
