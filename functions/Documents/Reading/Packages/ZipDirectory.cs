using System.Buffers.Binary;

namespace Avance.Functions.Documents.Reading.Packages;

/// <summary>
/// Counts the entries of a ZIP before <c>ZipArchive</c> makes an object of each: a file of some megabytes can list a
/// million. Layout: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 to 4.3.16.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int MaxComment = 65_535;
    private const int EntryLength = 46;
    private const int LocatorLength = 20;
    private const int Utf8Mark = 1 << 11;

    /// <returns>For each entry, whether its name is marked as UTF-8.</returns>
    /// <exception cref="UnreadableException">It has no directory where it should be, or more entries than allowed.</exception>
    public static List<bool> Check(Stream content, int maxEntries)
    {
        var position = Start(content);
        var header = new byte[EntryLength];
        var marks = new List<bool>();
        while (true)
        {
            content.Position = position;
            if (
                content.ReadAtLeast(header, EntryLength, throwOnEndOfStream: false) < EntryLength
                || !header.AsSpan().StartsWith("PK\u0001\u0002"u8)
            )
            {
                return marks;
            }

            if (marks.Count == maxEntries)
            {
                throw new UnreadableException(ReadTrouble.TooManyEntries, $"more than {maxEntries}");
            }

            marks.Add((BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8)) & Utf8Mark) != 0);
            position +=
                EntryLength
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28))
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30))
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32));
        }
    }

    private static long Start(Stream content)
    {
        var tail = new byte[(int)Math.Min(content.Length, EndLength + MaxComment + LocatorLength)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndLength)
        {
            throw new UnreadableException(ReadTrouble.Malformed, "a ZIP without a directory: cut off");
        }

        long start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (start == uint.MaxValue && end >= LocatorLength)
        {
            // A ZIP64: some writers use it for small files as well, if they do not know the length beforehand.
            var locator = tail.AsSpan(end - LocatorLength, LocatorLength);
            content.Position = Math.Min(BinaryPrimitives.ReadInt64LittleEndian(locator[8..]), content.Length);
            var record = new byte[56];
            _ = content.ReadAtLeast(record, record.Length, throwOnEndOfStream: false);
            start = BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48));
        }

        return start >= 0 && start <= content.Length
            ? start
            : throw new UnreadableException(ReadTrouble.Malformed, "the directory of the ZIP is outside of it");
    }
}
