using Avance.Functions.Evidence.Reading.Packages;

namespace Avance.Functions.Evidence.Reading.Mail;

/// <summary>Decodes Base64 as mails have it: in lines, at times with other signs between or without its end.</summary>
internal sealed class Base64Stream(Stream inner) : ReadOnlyStream
{
    private readonly byte[] encoded = new byte[16 * 1024];
    private int position;
    private int length;
    private int bits;
    private int bitCount;

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length)
        {
            if (position == length)
            {
                (position, length) = (0, inner.Read(encoded));
                if (length == 0)
                {
                    break;
                }
            }

            var value = Value(encoded[position++]);
            if (value < 0)
            {
                continue;
            }

            bits = ((bits << 6) | value) & 0xFFFF;
            bitCount += 6;
            if (bitCount >= 8)
            {
                bitCount -= 8;
                buffer[written++] = (byte)(bits >> bitCount);
            }
        }

        return written;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private static int Value(byte sign) =>
        sign switch
        {
            >= (byte)'A' and <= (byte)'Z' => sign - 'A',
            >= (byte)'a' and <= (byte)'z' => sign - 'a' + 26,
            >= (byte)'0' and <= (byte)'9' => sign - '0' + 52,
            (byte)'+' or (byte)'-' => 62,
            (byte)'/' or (byte)'_' => 63,
            _ => -1,
        };
}
