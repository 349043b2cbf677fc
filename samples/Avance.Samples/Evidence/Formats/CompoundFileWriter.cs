using System.Buffers.Binary;
using System.Text;

namespace Avance.Samples.Evidence.Formats;

/// <summary>Writes the file system inside XLS and MSG, with its short streams where they belong.</summary>
internal sealed class CompoundFileWriter
{
    private const int Sector = 512;
    private const int MiniSector = 64;
    private const int MiniCutoff = 4096;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    private readonly List<Entry> entries = [new("Root Entry", null, -1)];

    /// <returns>Its number, for what it holds.</returns>
    public int AddStorage(string name, int parent = 0) => Add(new Entry(name, null, parent));

    public int AddStream(string name, byte[] content, int parent = 0) => Add(new Entry(name, content, parent));

    public int AddText(string name, string text, int parent = 0) =>
        AddStream(name, Encoding.Unicode.GetBytes(text), parent);

    public byte[] ToArray()
    {
        var mini = new MemoryStream();
        var miniFat = new List<uint>();
        var sectors = new List<byte[]>();
        var fat = new List<uint>();
        foreach (var entry in entries.Where(entry => entry.Content is { Length: > 0 }))
        {
            entry.Start =
                entry.Content!.Length < MiniCutoff
                    ? Chain(miniFat, Split(entry.Content, MiniSector), piece => mini.Write(piece))
                    : Chain(fat, Split(entry.Content, Sector), sectors.Add);
        }

        entries[0].Content = mini.ToArray();
        entries[0].Start = Chain(fat, Split(mini.ToArray(), Sector), sectors.Add);
        var miniFatStart = Chain(fat, Split(Bytes(miniFat), Sector), sectors.Add);
        var directoryStart = Chain(fat, Split(Directory(), Sector), sectors.Add);

        // The table of sectors has a place for its own sectors too.
        var fatSectors = 1;
        while (fatSectors * (Sector / 4) < fat.Count + fatSectors)
        {
            fatSectors++;
        }

        var fatStart = fat.Count;
        fat.AddRange(Enumerable.Repeat(0xFFFFFFFDu, fatSectors));
        fat.AddRange(Enumerable.Repeat(Free, (fatSectors * (Sector / 4)) - fat.Count));
        sectors.AddRange(Split(Bytes(fat), Sector));

        var header = new byte[Sector];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(header, 0);
        Put16(header, 24, 0x3E);
        Put16(header, 26, 3);
        Put16(header, 28, 0xFFFE);
        Put16(header, 30, 9);
        Put16(header, 32, 6);
        Put32(header, 44, (uint)fatSectors);
        Put32(header, 48, directoryStart);
        Put32(header, 56, MiniCutoff);
        Put32(header, 60, miniFatStart);
        Put32(header, 64, (uint)((miniFat.Count * 4) + Sector - 1) / Sector);
        Put32(header, 68, EndOfChain);
        for (var i = 0; i < 109; i++)
        {
            Put32(header, 76 + (4 * i), i < fatSectors ? (uint)(fatStart + i) : Free);
        }

        return [.. header, .. sectors.SelectMany(sector => sector)];
    }

    private int Add(Entry entry)
    {
        entries.Add(entry);
        return entries.Count - 1;
    }

    /// <summary>Siblings are a tree; here each is the right one of the one before.</summary>
    private byte[] Directory()
    {
        var bytes = new byte[((entries.Count + 3) / 4 * 4) * 128];
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var span = i * 128;
            var name = Encoding.Unicode.GetBytes(entry.Name);
            name.CopyTo(bytes, span);
            Put16(bytes, span + 64, name.Length + 2);
            bytes[span + 66] = (byte)(
                i == 0 ? 5
                : entry.Content is null ? 1
                : 2
            );
            bytes[span + 67] = 1;
            var next = entries.FindIndex(i + 1, other => other.Parent == entry.Parent);
            Put32(bytes, span + 68, Free);
            Put32(bytes, span + 72, i == 0 || next < 0 ? Free : (uint)next);
            var child = entries.FindIndex(other => other.Parent == i);
            Put32(bytes, span + 76, child < 0 ? Free : (uint)child);
            Put32(bytes, span + 116, entry.Start);
            Put32(bytes, span + 120, (uint)(entry.Content?.Length ?? 0));
        }

        return bytes;
    }

    private static uint Chain(List<uint> table, List<byte[]> pieces, Action<byte[]> write)
    {
        if (pieces.Count == 0)
        {
            return EndOfChain;
        }

        var start = (uint)table.Count;
        for (var i = 0; i < pieces.Count; i++)
        {
            write(pieces[i]);
            table.Add(i + 1 < pieces.Count ? (uint)table.Count + 1 : EndOfChain);
        }

        return start;
    }

    private static List<byte[]> Split(byte[] content, int size) =>
        [
            .. content
                .Chunk(size)
                .Select(chunk =>
                {
                    Array.Resize(ref chunk, size);
                    return chunk;
                }),
        ];

    private static byte[] Bytes(List<uint> table) => [.. table.SelectMany(BitConverter.GetBytes)];

    private static void Put16(byte[] bytes, int offset, int value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(offset), (ushort)value);

    private static void Put32(byte[] bytes, int offset, uint value) =>
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(offset), value);

    private sealed class Entry(string name, byte[]? content, int parent)
    {
        public string Name => name;

        public byte[]? Content { get; set; } = content;

        public int Parent => parent;

        public uint Start { get; set; } = EndOfChain;
    }
}
