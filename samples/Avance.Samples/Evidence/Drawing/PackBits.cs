namespace Avance.Samples.Evidence.Drawing;

/// <summary>The compression of runs that TIFF and PDF share: simple, and the same everywhere.</summary>
internal static class PackBits
{
    private const int Longest = 128;

    public static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        var packed = new List<byte>();
        for (var at = 0; at < bytes.Length; )
        {
            var run = Run(bytes[at..]);
            if (run > 2)
            {
                packed.Add((byte)(257 - run));
                packed.Add(bytes[at]);
                at += run;
                continue;
            }

            var end = at;
            while (end < bytes.Length && end - at < Longest && Run(bytes[end..]) <= 2)
            {
                end++;
            }

            packed.Add((byte)(end - at - 1));
            packed.AddRange(bytes[at..end]);
            at = end;
        }

        return [.. packed];
    }

    private static int Run(ReadOnlySpan<byte> bytes)
    {
        var run = 1;
        while (run < bytes.Length && run < Longest && bytes[run] == bytes[0])
        {
            run++;
        }

        return run;
    }
}
