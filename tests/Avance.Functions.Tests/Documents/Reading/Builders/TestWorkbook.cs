using System.IO.Compression;
using System.Text;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

internal static class TestWorkbook
{
    /// <summary>The workbook with another content of one part, followed by so many letters.</summary>
    public static byte[] Replace(byte[] workbook, string part, string content, long fill)
    {
        var file = new MemoryStream();
        file.Write(workbook);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            if (fill == 0)
            {
                using var entry = archive.CreateEntry(part).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
                return Done(archive, file);
            }
        }

        // Once more, since an archive that is changed holds its entries in memory.
        var larger = new MemoryStream();
        using (var from = new ZipArchive(file, ZipArchiveMode.Read))
        using (var to = new ZipArchive(larger, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var source = entry.Open();
                using var target = to.CreateEntry(entry.FullName).Open();
                source.CopyTo(target);
            }

            using var filled = to.CreateEntry(part, CompressionLevel.Fastest).Open();
            filled.Write(Encoding.UTF8.GetBytes(content));
            var letters = new byte[1024 * 1024];
            letters.AsSpan().Fill((byte)'x');
            for (var left = fill; left > 0; left -= letters.Length)
            {
                filled.Write(letters);
            }
        }

        return larger.ToArray();
    }

    private static byte[] Done(ZipArchive archive, MemoryStream file)
    {
        archive.Dispose();
        return file.ToArray();
    }
}
