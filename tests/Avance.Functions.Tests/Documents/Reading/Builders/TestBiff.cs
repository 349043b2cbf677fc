using System.Text;
using Avance.Samples.Evidence.Formats;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>Old workbooks of programs that are not Excel.</summary>
internal static class TestBiff
{
    private const int SheetPlace = 0x85;

    /// <summary>A workbook of Excel 2: one sheet, and no file system around its records.</summary>
    public static byte[] Of2(params string[][] rows)
    {
        var file = new MemoryStream();
        Put(file, 0x0009, [2, 0, 0x10, 0]);
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var text = Encoding.Latin1.GetBytes(rows[y][x]);
                Put(file, 0x0004, [(byte)y, 0, (byte)x, 0, 0, 0, 0, (byte)text.Length, .. text]);
            }
        }

        Put(file, 0x000A, []);
        return file.ToArray();
    }

    /// <summary>A workbook that names another place for its sheet than the one where it is.</summary>
    public static byte[] WithSheetAt(int place, params string[][] rows)
    {
        var file = XlsWriter.Of("Hoja", [.. rows.Select(row => row.Cast<object>().ToArray())]);
        for (var i = 512; i < file.Length - 8; i++)
        {
            if (file[i] == SheetPlace && file[i + 1] == 0 && file[i + 2] == 12 && file[i + 3] == 0)
            {
                BitConverter.GetBytes(place).CopyTo(file, i + 4);
                return file;
            }
        }

        throw new InvalidOperationException("No sheet.");
    }

    private static void Put(MemoryStream file, int record, byte[] content)
    {
        file.Write([(byte)record, (byte)(record >> 8), (byte)content.Length, (byte)(content.Length >> 8), .. content]);
    }
}
