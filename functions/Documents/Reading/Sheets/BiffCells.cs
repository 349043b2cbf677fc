using System.Buffers.Binary;
using Avance.Functions.Documents.Reading.CompoundFiles;
using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Sheets;

/// <summary>
/// Counts the visible sheets of an XLS that hold cells, and those cells, independently of the library that reads them. Records:
/// https://learn.microsoft.com/openspecs/office_file_formats/ms-xls/
/// </summary>
internal static class BiffCells
{
    private const int EndOfSubstream = 0x000A;
    private const int SheetPlace = 0x0085;
    private const int Numbers = 0x00BD;
    private const int Worksheet = 0x0010;

    private static ReadOnlySpan<byte> CompoundMagic => [0xD0, 0xCF, 0x11, 0xE0];

    /// <exception cref="InvalidDataException">The records are cut off, or it has no sheet at all.</exception>
    public static SheetCells Count(Stream content, CancellationToken cancellationToken)
    {
        using var records = new BufferedStream(Records(content));
        var header = new byte[4];
        var start = new byte[8];
        var open = new Stack<(long Place, bool IsSheet)>();
        var hidden = new HashSet<long>();
        var cells = new Dictionary<long, long>();
        var sheets = 0;
        long place = 0;
        while (records.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var id = BinaryPrimitives.ReadUInt16LittleEndian(header);
            int length = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(2));
            if (open.Count == 0 && !IsStart(id))
            {
                // What follows fills the last sector.
                break;
            }

            var read = Math.Min(length, start.Length);
            start.AsSpan().Clear();
            records.ReadExactly(start, 0, read);
            Skip(records, length - read);
            if (IsStart(id))
            {
                var isSheet = BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(2)) == Worksheet;
                sheets += isSheet ? 1 : 0;
                open.Push((place, isSheet));
            }
            else if (id == EndOfSubstream)
            {
                open.TryPop(out _);
            }
            else if (id == SheetPlace && (start[4] & 3) != 0)
            {
                hidden.Add(BinaryPrimitives.ReadUInt32LittleEndian(start));
            }
            // A chart within a sheet has numbers of its own.
            else if (IsCell(id) && open.TryPeek(out var inside) && inside.IsSheet)
            {
                cells[inside.Place] = cells.GetValueOrDefault(inside.Place) + CellsOf(id, length);
            }

            place += header.Length + length;
        }

        var visible = cells.Where(sheet => !hidden.Contains(sheet.Key)).Select(sheet => sheet.Value).ToArray();
        return sheets > 0
            ? new SheetCells(visible.Length, visible.Sum())
            : throw new InvalidDataException("A workbook without sheets.");
    }

    /// <summary>The oldest workbooks are their records, without a file system around them.</summary>
    private static Stream Records(Stream content)
    {
        var magic = new byte[CompoundMagic.Length];
        content.Position = 0;
        content.ReadExactly(magic);
        content.Position = 0;
        if (!magic.AsSpan().SequenceEqual(CompoundMagic))
        {
            return new UnclosedStream(content);
        }

        var file = new CompoundFile(content);
        var workbook = file.Children(file.Root)
            .FirstOrDefault(entry =>
                entry.Name.Equals("Workbook", StringComparison.OrdinalIgnoreCase)
                || entry.Name.Equals("Book", StringComparison.OrdinalIgnoreCase)
            );
        return workbook is null ? throw new InvalidDataException("No workbook.") : file.Open(workbook);
    }

    private static void Skip(Stream records, int count)
    {
        Span<byte> skipped = stackalloc byte[1024];
        while (count > 0)
        {
            var part = skipped[..Math.Min(count, skipped.Length)];
            records.ReadExactly(part);
            count -= part.Length;
        }
    }

    /// <summary>A record of RK numbers has several, with their formats, between three numbers of two bytes.</summary>
    private static int CellsOf(int id, int length) => id == Numbers ? Math.Max((length - 6) / 6, 1) : 1;

    /// <summary>BOF of the generations 2, 3, 4, and 5 with 8.</summary>
    private static bool IsStart(int id) => id is 0x0009 or 0x0209 or 0x0409 or 0x0809;

    /// <summary>Formulas, numbers, texts, Booleans, RK numbers and labels of all generations; no blanks.</summary>
    private static bool IsCell(int id) =>
        id
            is 0x0002
                or 0x0003
                or 0x0004
                or 0x0005
                or 0x0006
                or 0x0203
                or 0x0204
                or 0x0205
                or 0x0206
                or 0x0406
                or 0x027E
                or Numbers
                or 0x00D6
                or 0x00FD;
}
