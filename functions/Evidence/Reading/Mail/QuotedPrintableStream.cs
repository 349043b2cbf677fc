using Avance.Functions.Evidence.Reading.Packages;

namespace Avance.Functions.Evidence.Reading.Mail;

/// <summary>Decodes <c>Informaci=C3=B3n</c> and lines that go on after a <c>=</c>; what is no code stays as it is.</summary>
internal sealed class QuotedPrintableStream(Stream inner) : ReadOnlyStream
{
    private readonly byte[] encoded = new byte[16 * 1024];

    /// <summary>What was read but not given yet: at most <c>=X</c>.</summary>
    private readonly Queue<byte> pending = new();
    private int position;
    private int length;

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length)
        {
            var next = Next();
            if (next < 0)
            {
                break;
            }

            if (next != '=' || pending.Count > 0)
            {
                buffer[written++] = (byte)next;
                continue;
            }

            var first = Raw();
            if (first == '\n')
            {
                continue;
            }

            var second = Raw();
            if (first == '\r' && second == '\n')
            {
                continue;
            }

            if (first >= 0 && second >= 0 && char.IsAsciiHexDigit((char)first) && char.IsAsciiHexDigit((char)second))
            {
                buffer[written++] = Convert.FromHexString([(char)first, (char)second])[0];
                continue;
            }

            buffer[written++] = (byte)'=';
            Put(first);
            Put(second);
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

    private void Put(int value)
    {
        if (value >= 0)
        {
            pending.Enqueue((byte)value);
        }
    }

    private int Next() => pending.TryDequeue(out var value) ? value : Raw();

    private int Raw()
    {
        if (position == length)
        {
            (position, length) = (0, inner.Read(encoded));
            if (length == 0)
            {
                return -1;
            }
        }

        return encoded[position++];
    }
}
