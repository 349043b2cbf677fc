using System.Buffers;

namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>What the bytes of a PDF tell without a program.</summary>
internal static class PdfFile
{
    private const int BufferLength = 256 * 1024;

    /// <summary>
    /// False if no picture is an object of the file: its entry <c>/Subtype /Image</c> is never compressed or encrypted, as it
    /// belongs to a stream (ISO 32000-1, 7.5.7). Most documents that were never scanned need no program to list their pictures.
    /// </summary>
    public static async Task<bool> MayHavePicturesAsync(string path, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            var kept = 0;
            int count;
            while ((count = await content.ReadAsync(buffer.AsMemory(kept), cancellationToken)) > 0)
            {
                var length = kept + count;
                if (NamesPicture(buffer.AsSpan(0, length)))
                {
                    return true;
                }

                // The name may stand across two parts.
                kept = Math.Min(length, "/Image ".Length);
                buffer.AsSpan(length - kept, kept).CopyTo(buffer);
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>/Image, but not /ImageB, /ImageC, /ImageI or /ImageMask.</summary>
    private static bool NamesPicture(ReadOnlySpan<byte> bytes)
    {
        var name = "/Image"u8;
        for (int found; (found = bytes.IndexOf(name)) >= 0; bytes = bytes[(found + name.Length)..])
        {
            var next = found + name.Length;
            if (next < bytes.Length && !char.IsAsciiLetter((char)bytes[next]))
            {
                return true;
            }
        }

        return false;
    }
}
