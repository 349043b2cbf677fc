namespace Avance.Samples.Evidence.Drawing;

/// <summary>Writes a TIFF as scanners do: a picture a page, each in one strip of packed bits.</summary>
internal static class TiffWriter
{
    private const ushort Short = 3;
    private const ushort Long = 4;
    private const ushort Rational = 5;
    private const int Entries = 12;
    private const int DirectoryLength = 2 + (Entries * 12) + 4;

    public static byte[] Write(params Bitmap[] pages)
    {
        var file = new MemoryStream();
        file.Write([0x49, 0x49, 42, 0]);
        file.Write(BitConverter.GetBytes(8u));
        for (var i = 0; i < pages.Length; i++)
        {
            // Each row by itself: readers refuse a run that goes on in the next.
            var rows = pages[i].ToBytes().Chunk((pages[i].Width + 7) / 8);
            byte[] strip = [.. rows.SelectMany(row => PackBits.Of(row))];
            var resolution = (uint)file.Position + DirectoryLength;
            var content = resolution + 8;
            var end = content + (uint)strip.Length;
            end += end % 2;
            file.Write(BitConverter.GetBytes((ushort)Entries));
            (ushort Tag, ushort Type, uint Value)[] entries =
            [
                (256, Long, (uint)pages[i].Width),
                (257, Long, (uint)pages[i].Height),
                (258, Short, 1),
                (259, Short, 32_773),
                (262, Short, 1),
                (273, Long, content),
                (277, Short, 1),
                (278, Long, (uint)pages[i].Height),
                (279, Long, (uint)strip.Length),
                (282, Rational, resolution),
                (283, Rational, resolution),
                (296, Short, 2),
            ];
            foreach (var (tag, type, value) in entries)
            {
                file.Write(BitConverter.GetBytes(tag));
                file.Write(BitConverter.GetBytes(type));
                file.Write(BitConverter.GetBytes(1u));
                file.Write(BitConverter.GetBytes(value));
            }

            file.Write(BitConverter.GetBytes(i + 1 < pages.Length ? end : 0u));
            file.Write(BitConverter.GetBytes((uint)Scanner.Dpi));
            file.Write(BitConverter.GetBytes(1u));
            file.Write(strip);
            if (file.Position < end)
            {
                file.WriteByte(0);
            }
        }

        return file.ToArray();
    }
}
