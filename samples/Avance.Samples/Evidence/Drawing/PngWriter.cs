using System.Buffers.Binary;

namespace Avance.Samples.Evidence.Drawing;

/// <summary>Writes a PNG without compressing it: compressors differ between versions, stored bytes do not.</summary>
internal static class PngWriter
{
    private const int BlockLength = 65_535;
    private const uint Adler = 65_521;

    public static byte[] Write(Bitmap picture)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        // One bit a pixel, shades of grey.
        header[8] = 1;
        var rows = picture.ToBytes().Chunk((picture.Width + 7) / 8).SelectMany(row => row.Prepend((byte)0)).ToArray();
        byte[] signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        return [.. signature, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, Stored(rows)), .. Chunk("IEND"u8, [])];
    }

    /// <summary>A stream of zlib that holds the bytes as they are.</summary>
    private static byte[] Stored(byte[] bytes)
    {
        var stream = new MemoryStream();
        stream.Write([0x78, 0x01]);
        var blocks = bytes.Chunk(BlockLength).ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            var length = (ushort)blocks[i].Length;
            stream.WriteByte(i == blocks.Count - 1 ? (byte)1 : (byte)0);
            stream.Write(BitConverter.GetBytes(length));
            stream.Write(BitConverter.GetBytes((ushort)~length));
            stream.Write(blocks[i]);
        }

        var (low, high) = (1u, 0u);
        foreach (var b in bytes)
        {
            low = (low + b) % Adler;
            high = (high + low) % Adler;
        }

        return [.. stream.ToArray(), .. BigEndian((high << 16) | low)];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
    {
        byte[] body = [.. type, .. content];
        return [.. BigEndian((uint)content.Length), .. body, .. BigEndian(Crc(body))];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
