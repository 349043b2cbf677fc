using System.Buffers.Binary;

namespace Avance.Functions.Documents.Reading.Images;

/// <summary>
/// Reads the size of a picture without unpacking it: some kilobytes may hold a picture that takes gigabytes.
/// </summary>
internal static class ImageHeader
{
    private const int MaxTiffPages = 100_000;
    private const int MaxChunks = 1_000;

    /// <summary>The size of each page.</summary>
    /// <exception cref="UnreadableException">It is damaged.</exception>
    public static List<PictureSize> Read(Stream content, EvidenceFormat format)
    {
        content.Position = 0;
        var sizes = format switch
        {
            EvidenceFormat.Png => ReadPng(content),
            EvidenceFormat.Jpg => ReadJpg(content),
            _ => ReadTiff(content),
        };
        return sizes.Count > 0 && sizes.TrueForAll(size => size is { Width: > 0, Height: > 0 })
            ? sizes
            : throw new UnreadableException(ReadTrouble.Malformed, "a picture without a size");
    }

    private static List<PictureSize> ReadPng(Stream content)
    {
        var start = Bytes(content, 0, 29);
        // Its first chunk is a header of 13 bytes, with a size of 31 bits, a depth, a kind and three methods.
        var (width, height) = (
            BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(16)),
            BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(20))
        );
        if (
            BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(8)) != 13
            || !start.AsSpan(12, 4).SequenceEqual("IHDR"u8)
            || width > int.MaxValue
            || height > int.MaxValue
            || start[24] is not (1 or 2 or 4 or 8 or 16)
            || start[25] is not (0 or 2 or 3 or 4 or 6)
        )
        {
            throw new UnreadableException(ReadTrouble.Malformed, "a PNG without a header");
        }

        return [new(width, height, HasChunk(content, "eXIf"u8))];
    }

    /// <summary>True if a chunk of that kind stands before the pixels.</summary>
    private static bool HasChunk(Stream content, ReadOnlySpan<byte> kind)
    {
        for (long position = 33, chunks = 0; position + 8 <= content.Length && chunks < MaxChunks; chunks++)
        {
            var chunk = Bytes(content, position, 8);
            if (chunk.AsSpan(4).SequenceEqual(kind) || chunk.AsSpan(4).SequenceEqual("IDAT"u8))
            {
                return chunk.AsSpan(4).SequenceEqual(kind);
            }

            position += 12 + BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }

        return false;
    }

    /// <summary>Goes from segment to segment to the one that begins a frame (SOF).</summary>
    private static List<PictureSize> ReadJpg(Stream content)
    {
        var hasExif = false;
        for (long position = 2; position < content.Length; )
        {
            var segment = Bytes(content, position, 9);
            if (segment[0] != 0xFF)
            {
                break;
            }

            if (segment[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return
                [
                    new(
                        BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(7)),
                        BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(5)),
                        hasExif
                    ),
                ];
            }

            hasExif |= segment[1] == 0xE1 && segment.AsSpan(4, 4).SequenceEqual("Exif"u8);

            // Bytes between segments may fill up.
            position += segment[1] == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(2));
        }

        return [];
    }

    /// <summary>Goes from page to page: each is a directory with the place of the next.</summary>
    private static List<PictureSize> ReadTiff(Stream content)
    {
        var header = Bytes(content, 0, 8);
        var little = header[0] == 'I';
        var sizes = new List<PictureSize>();
        var seen = new HashSet<long>();
        for (var position = UInt32(header, 4, little); position != 0; )
        {
            if (!seen.Add(position) || seen.Count > MaxTiffPages)
            {
                throw new UnreadableException(ReadTrouble.Malformed, "a TIFF that goes round in a circle");
            }

            var count = UInt16(Bytes(content, position, 2), 0, little);
            var entries = Bytes(content, position + 2, (count * 12) + 4);
            sizes.Add(new(Value(entries, count, 256, little), Value(entries, count, 257, little)));
            position = UInt32(entries, count * 12, little);
        }

        return sizes;
    }

    private static long Value(byte[] entries, int count, int tag, bool little)
    {
        for (var offset = 0; offset < count * 12; offset += 12)
        {
            if (UInt16(entries, offset, little) == tag)
            {
                // Kind 3 is a number of two bytes, 4 one of four.
                return UInt16(entries, offset + 2, little) == 3
                    ? UInt16(entries, offset + 8, little)
                    : UInt32(entries, offset + 8, little);
            }
        }

        return 0;
    }

    private static byte[] Bytes(Stream content, long position, int count)
    {
        var bytes = new byte[count];
        content.Position = position;
        content.ReadExactly(bytes);
        return bytes;
    }

    private static int UInt16(byte[] bytes, int offset, bool little) =>
        little
            ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(offset))
            : BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(offset));

    private static long UInt32(byte[] bytes, int offset, bool little) =>
        little
            ? BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset))
            : BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(offset));
}
