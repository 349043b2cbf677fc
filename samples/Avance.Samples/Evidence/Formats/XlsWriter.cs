using System.Text;

namespace Avance.Samples.Evidence.Formats;

/// <summary>Writes a workbook as Excel 97 did, with one sheet of texts and numbers.</summary>
internal static class XlsWriter
{
    public static byte[] Of(string sheet, params object[][] rows)
    {
        var name = Encoding.Latin1.GetBytes(sheet);
        var cells = new MemoryStream();
        Put(cells, 0x0809, [0, 6, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0]);
        byte[] size =
        [
            .. UInt32(0),
            .. UInt32(rows.Length),
            .. UInt16(0),
            .. UInt16(rows.Max(row => row.Length)),
            0,
            0,
        ];
        Put(cells, 0x0200, size);
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                byte[] place = [.. UInt16(y), .. UInt16(x), .. UInt16(0)];
                switch (rows[y][x])
                {
                    case double number:
                        Put(cells, 0x0203, [.. place, .. BitConverter.GetBytes(number)]);
                        break;
                    case string text:
                        Put(cells, 0x0204, [.. place, .. UInt16(text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
                        break;
                }
            }
        }

        Put(cells, 0x000A, []);
        var globals = new MemoryStream();
        Put(globals, 0x0809, [0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0]);
        Put(globals, 0x0042, UInt16(1200));
        Put(globals, 0x00E0, new byte[20]);
        var start = (int)globals.Length + 4 + 8 + name.Length + 4;
        Put(globals, 0x0085, [.. UInt32(start), 0, 0, (byte)name.Length, 0, .. name]);
        Put(globals, 0x000A, []);
        var file = new CompoundFileWriter();
        file.AddStream("Workbook", [.. globals.ToArray(), .. cells.ToArray()]);
        return file.ToArray();
    }

    private static void Put(MemoryStream stream, int record, byte[] content)
    {
        stream.Write(UInt16(record));
        stream.Write(UInt16(content.Length));
        stream.Write(content);
    }

    private static byte[] UInt16(int value) => BitConverter.GetBytes((ushort)value);

    private static byte[] UInt32(int value) => BitConverter.GetBytes((uint)value);
}
