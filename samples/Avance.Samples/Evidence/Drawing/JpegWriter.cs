using System.Numerics;

namespace Avance.Samples.Evidence.Drawing;

/// <summary>Writes a baseline JPEG in shades of grey by whole numbers only, so that its bytes are the same everywhere.</summary>
internal sealed class JpegWriter
{
    /// <summary>cos(k π / 16) × 8192, for k from 0 to 31.</summary>
    private static readonly int[] Cosines = BuildCosines();

    private readonly List<byte> file = [];
    private readonly Dictionary<int, (int Code, int Length)> dc = Codes(JpegTables.DcCounts, JpegTables.DcValues);
    private readonly Dictionary<int, (int Code, int Length)> ac = Codes(JpegTables.AcCounts, JpegTables.AcValues);
    private int bits;
    private int bitCount;

    private JpegWriter() { }

    public static byte[] Write(byte[] pixels, int width, int height)
    {
        var writer = new JpegWriter();
        writer.WriteHeader(width, height);
        var before = 0;
        for (var y = 0; y < height; y += 8)
        {
            for (var x = 0; x < width; x += 8)
            {
                before = writer.WriteBlock(Frequencies(Block(pixels, width, height, x, y)), before);
            }
        }

        writer.Put(0x7F, 7);
        writer.file.AddRange([0xFF, 0xD9]);
        return [.. writer.file];
    }

    private void WriteHeader(int width, int height)
    {
        file.AddRange([0xFF, 0xD8]);
        Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 1, 0, Scanner.Dpi, 0, Scanner.Dpi, 0, 0]);
        Segment(0xDB, [0, .. JpegTables.ZigZag.Select(index => JpegTables.Quantization[index])]);
        Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);
        Segment(0xC4, [0x00, .. JpegTables.DcCounts, .. JpegTables.DcValues]);
        Segment(0xC4, [0x10, .. JpegTables.AcCounts, .. JpegTables.AcValues]);
        Segment(0xDA, [1, 1, 0, 0, 63, 0]);
    }

    private void Segment(byte mark, byte[] content)
    {
        var length = content.Length + 2;
        file.AddRange([0xFF, mark, (byte)(length >> 8), (byte)length, .. content]);
    }

    /// <returns>Its brightness, from which the next block is told.</returns>
    private int WriteBlock(int[] frequencies, int before)
    {
        var quantized = JpegTables
            .ZigZag.Select(index => Divide(frequencies[index], JpegTables.Quantization[index]))
            .ToArray();
        var difference = quantized[0] - before;
        Put(dc[Size(difference)]);
        PutValue(difference);
        var zeros = 0;
        for (var i = 1; i < quantized.Length; i++)
        {
            if (quantized[i] == 0)
            {
                zeros++;
                continue;
            }

            for (; zeros > 15; zeros -= 16)
            {
                Put(ac[0xF0]);
            }

            Put(ac[(zeros << 4) | Size(quantized[i])]);
            PutValue(quantized[i]);
            zeros = 0;
        }

        if (zeros > 0)
        {
            Put(ac[0]);
        }

        return quantized[0];
    }

    private void PutValue(int value) => Put(value < 0 ? value + (1 << Size(value)) - 1 : value, Size(value));

    private void Put((int Code, int Length) code) => Put(code.Code, code.Length);

    private void Put(int value, int count)
    {
        bits = (bits << count) | value;
        bitCount += count;
        for (; bitCount >= 8; bitCount -= 8)
        {
            var next = (byte)(bits >> (bitCount - 8));
            file.Add(next);
            if (next == 0xFF)
            {
                file.Add(0);
            }
        }

        bits &= (1 << bitCount) - 1;
    }

    private static int Size(int value) => 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(value));

    private static int Divide(int value, int by) => (value >= 0 ? value + (by / 2) : value - (by / 2)) / by;

    /// <summary>Pixels beyond the edge repeat the last one.</summary>
    private static int[] Block(byte[] pixels, int width, int height, int left, int top)
    {
        var block = new int[64];
        for (var i = 0; i < 64; i++)
        {
            var (x, y) = (Math.Min(left + (i % 8), width - 1), Math.Min(top + (i / 8), height - 1));
            block[i] = pixels[(y * width) + x] - 128;
        }

        return block;
    }

    /// <summary>The discrete cosine transform, rows then columns.</summary>
    private static int[] Frequencies(int[] block)
    {
        var rows = new int[64];
        for (var y = 0; y < 8; y++)
        {
            for (var u = 0; u < 8; u++)
            {
                var sum = 0L;
                for (var x = 0; x < 8; x++)
                {
                    sum += (long)block[(y * 8) + x] * Cosine(x, u);
                }

                // Three bits more than needed, for the second step.
                rows[(y * 8) + u] = (int)(sum >> 11);
            }
        }

        var frequencies = new int[64];
        for (var u = 0; u < 8; u++)
        {
            for (var v = 0; v < 8; v++)
            {
                var sum = 0L;
                for (var y = 0; y < 8; y++)
                {
                    sum += (long)rows[(y * 8) + u] * Cosine(y, v);
                }

                frequencies[(v * 8) + u] = (int)(sum >> 17);
            }
        }

        return frequencies;
    }

    /// <summary>Times 8192; the lowest frequency counts for less by the root of two.</summary>
    private static int Cosine(int place, int frequency) =>
        frequency == 0 ? 5793 : Cosines[((2 * place) + 1) * frequency % 32];

    private static int[] BuildCosines()
    {
        int[] quarter = [8192, 8035, 7568, 6811, 5793, 4551, 3135, 1598, 0];
        return
        [
            .. Enumerable
                .Range(0, 32)
                .Select(k =>
                    k <= 8 ? quarter[k]
                    : k <= 16 ? -quarter[16 - k]
                    : k <= 24 ? -quarter[k - 16]
                    : quarter[32 - k]
                ),
        ];
    }

    private static Dictionary<int, (int Code, int Length)> Codes(byte[] counts, byte[] values)
    {
        var codes = new Dictionary<int, (int, int)>();
        var (code, next) = (0, 0);
        for (var length = 1; length <= counts.Length; length++, code <<= 1)
        {
            for (var i = 0; i < counts[length - 1]; i++)
            {
                codes[values[next++]] = (code++, length);
            }
        }

        return codes;
    }
}
