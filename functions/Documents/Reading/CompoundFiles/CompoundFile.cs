using System.Buffers.Binary;
using System.Text;

namespace Avance.Functions.Documents.Reading.CompoundFiles;

/// <summary>
/// Reads the file system inside XLS, MSG and encrypted Office files:
/// https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb/. Chains and trees of a damaged file may go round in
/// circles or point outside: every walk is bounded by the number of sectors or entries.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int HeaderSectors = 109;
    private const uint MaxSector = 0xFFFFFFFA;
    private const uint NoEntry = 0xFFFFFFFF;

    /// <summary>Entries of the directory. A mail with a hundred attachments has some ten thousand.</summary>
    private const int MaxEntries = 100_000;

    private readonly Stream content;
    private readonly int sectorSize;
    private readonly int miniSectorSize;
    private readonly uint miniCutoff;
    private readonly uint[] fat;
    private readonly uint[] miniFat;
    private readonly List<uint> miniSectors;
    private readonly List<(CompoundEntry Entry, uint Left, uint Right)> directory = [];

    /// <param name="content">Seekable; stays open.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public CompoundFile(Stream content)
    {
        this.content = content;
        var header = new byte[HeaderLength];
        content.Position = 0;
        if (content.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            throw new InvalidDataException("The header is cut off.");
        }

        var (shift, miniShift) = (UInt16(header, 30), UInt16(header, 32));
        if (shift is not (9 or 12) || miniShift != 6)
        {
            throw new InvalidDataException("Sectors of an unknown size.");
        }

        (sectorSize, miniSectorSize) = (1 << shift, 1 << miniShift);
        miniCutoff = UInt32(header, 56);
        fat = ReadTable(FatSectors(header));
        ReadDirectory(UInt32(header, 48));
        if (directory.Count == 0)
        {
            throw new InvalidDataException("No directory.");
        }

        miniFat = ReadTable(Chain(fat, UInt32(header, 60)));
        miniSectors = [.. Chain(fat, Root.Start)];
    }

    public CompoundEntry Root => directory[0].Entry;

    private int SectorCount => (int)Math.Min(int.MaxValue, content.Length / sectorSize);

    /// <summary>The streams and storages in a storage.</summary>
    public IReadOnlyList<CompoundEntry> Children(CompoundEntry storage)
    {
        var children = new List<CompoundEntry>();
        var seen = new HashSet<uint>();
        var next = new Stack<uint>([storage.Child]);
        while (next.TryPop(out var id))
        {
            if (id == NoEntry || id >= directory.Count || !seen.Add(id))
            {
                continue;
            }

            var (entry, left, right) = directory[(int)id];
            children.Add(entry);
            next.Push(right);
            next.Push(left);
        }

        return children;
    }

    public Stream Open(CompoundEntry stream)
    {
        var mini = stream.Length < miniCutoff;
        var sectors = mini ? Chain(miniFat, stream.Start) : Chain(fat, stream.Start);
        return new CompoundStream(
            content,
            stream.Length,
            sectors.Select(sector => mini ? MiniPosition(sector) : Position(sector)).GetEnumerator(),
            mini ? miniSectorSize : sectorSize
        );
    }

    /// <param name="max">Bytes to read at most.</param>
    public byte[] ReadAll(CompoundEntry stream, int max)
    {
        if (stream.Length > max)
        {
            throw new UnreadableException(ReadTrouble.TooLarge, $"a stream of {stream.Length} bytes");
        }

        using var opened = Open(stream);
        var bytes = new MemoryStream();
        opened.CopyTo(bytes);
        return bytes.ToArray();
    }

    private long Position(uint sector) => (sector + 1L) * sectorSize;

    private long MiniPosition(uint sector)
    {
        var offset = (long)sector * miniSectorSize;
        var index = offset / sectorSize;
        return index < miniSectors.Count
            ? Position(miniSectors[(int)index]) + (offset % sectorSize)
            : throw new InvalidDataException("A short stream outside of the file.");
    }

    private IEnumerable<uint> FatSectors(byte[] header)
    {
        var left = Math.Min(UInt32(header, 44), (uint)SectorCount);
        for (var i = 0; i < HeaderSectors && left > 0; i++, left--)
        {
            yield return UInt32(header, 76 + (4 * i));
        }

        // The rest is in a chain of sectors of its own, each with the number of the next one at its end.
        var buffer = new byte[sectorSize];
        var next = UInt32(header, 68);
        while (left > 0 && next < MaxSector)
        {
            ReadSector(next, buffer);
            for (var i = 0; i < (sectorSize / 4) - 1 && left > 0; i++, left--)
            {
                yield return UInt32(buffer, 4 * i);
            }

            next = UInt32(buffer, sectorSize - 4);
        }
    }

    private uint[] ReadTable(IEnumerable<uint> sectors)
    {
        var table = new List<uint>();
        var buffer = new byte[sectorSize];
        foreach (var sector in sectors)
        {
            if (sector >= MaxSector || Position(sector) >= content.Length)
            {
                continue;
            }

            ReadSector(sector, buffer);
            for (var i = 0; i < sectorSize; i += 4)
            {
                table.Add(UInt32(buffer, i));
            }
        }

        return [.. table];
    }

    private static IEnumerable<uint> Chain(uint[] table, uint sector)
    {
        for (var left = table.Length; sector < table.Length; left--)
        {
            if (left == 0)
            {
                throw new InvalidDataException("A chain of sectors goes round in a circle.");
            }

            yield return sector;
            sector = table[sector];
        }
    }

    private void ReadDirectory(uint start)
    {
        var buffer = new byte[sectorSize];
        foreach (var sector in Chain(fat, start))
        {
            ReadSector(sector, buffer);
            for (var offset = 0; offset < sectorSize; offset += EntryLength)
            {
                if (directory.Count == MaxEntries)
                {
                    throw new UnreadableException(ReadTrouble.TooManyEntries, $"more than {MaxEntries}");
                }

                directory.Add(ReadEntry(buffer.AsSpan(offset, EntryLength)));
            }
        }
    }

    private (CompoundEntry Entry, uint Left, uint Right) ReadEntry(ReadOnlySpan<byte> bytes)
    {
        var nameLength = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(bytes[64..]) - 2, 0, 62);
        // Old writers use the lower half of a length only and leave garbage in the upper one.
        var length =
            sectorSize == HeaderLength
                ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[120..])
                : BinaryPrimitives.ReadInt64LittleEndian(bytes[120..]);
        var entry = new CompoundEntry(
            Encoding.Unicode.GetString(bytes[..nameLength]),
            IsStorage: bytes[66] is 1 or 5,
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[116..]),
            Math.Max(length, 0),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[76..])
        );
        return (
            entry,
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[68..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[72..])
        );
    }

    /// <summary>The last sector of a file may be cut off: missing bytes count as zeros.</summary>
    private void ReadSector(uint sector, byte[] buffer)
    {
        var position = Position(sector);
        if (position >= content.Length)
        {
            throw new InvalidDataException("A sector outside of the file.");
        }

        content.Position = position;
        var count = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        buffer.AsSpan(count).Clear();
    }

    private static ushort UInt16(byte[] bytes, int offset) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(offset));

    private static uint UInt32(byte[] bytes, int offset) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));
}
