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

    /// <summary>A workbook with a project of Visual Basic.</summary>
    public static byte[] WithMacros(params string[][] rows)
    {
        var file = new CompoundFileWriter();
        file.AddStream("Workbook", Workbook(rows));
        file.AddStream("_VBA_PROJECT_CUR", [1]);
        return file.ToArray();
    }

    /// <summary>A workbook whose sheets are hidden or not, each with a chart that holds a number, and with rows.</summary>
    public static byte[] OfSheets(params (bool IsHidden, string[][] Rows)[] sheets)
    {
        var file = new CompoundFileWriter();
        file.AddStream("Workbook", Workbook(sheets));
        return file.ToArray();
    }

    private static byte[] Workbook(string[][] rows) => Workbook([(false, rows)]);

    private static byte[] Workbook((bool IsHidden, string[][] Rows)[] sheets)
    {
        const int start = 8 + 16;
        var contents = sheets.Select(sheet => Sheet(sheet.Rows)).ToArray();
        var place = start - 4 + (sheets.Length * (4 + 10)) + 4;
        var workbook = new MemoryStream();
        Put(workbook, 0x0809, [0, 6, 5, 0, .. new byte[12]]);
        for (var i = 0; i < sheets.Length; i++)
        {
            Put(
                workbook,
                SheetPlace,
                [
                    .. BitConverter.GetBytes(place),
                    (byte)(sheets[i].IsHidden ? 1 : 0),
                    0,
                    2,
                    0,
                    (byte)'H',
                    (byte)('1' + i),
                ]
            );
            place += contents[i].Length;
        }

        Put(workbook, 0x000A, []);
        return [.. workbook.ToArray(), .. contents.SelectMany(content => content)];
    }

    private static byte[] Sheet(string[][] rows)
    {
        var sheet = new MemoryStream();
        Put(sheet, 0x0809, [0, 6, 0x10, 0, .. new byte[12]]);
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var text = Encoding.Unicode.GetBytes(rows[y][x]);
                Put(sheet, 0x0204, [(byte)y, 0, (byte)x, 0, 0, 0, (byte)rows[y][x].Length, 0, 1, .. text]);
            }
        }

        Put(sheet, 0x0809, [0, 6, 0x20, 0, .. new byte[12]]);
        Put(sheet, 0x0203, new byte[14]);
        Put(sheet, 0x000A, []);
        Put(sheet, 0x000A, []);
        return sheet.ToArray();
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
