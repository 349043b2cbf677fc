namespace Avance.Functions.Evidence.Reading.Mail;

/// <summary>Reads a mail line by line, as bytes: each part may be in another encoding.</summary>
internal sealed class MimeLines(Stream content)
{
    /// <summary>Bytes of a line; a longer one comes in pieces, of which only the last has its end.</summary>
    private const int MaxLine = 64 * 1024;

    private readonly byte[] buffer = new byte[MaxLine];
    private int start;
    private int end;
    private bool pieceBefore;

    /// <summary>True when the line given last is the beginning of one, not a later piece.</summary>
    public bool IsLineStart { get; private set; } = true;

    /// <summary>The next line with its end, valid until the one after; empty at the end of the mail.</summary>
    public ReadOnlySpan<byte> Next()
    {
        IsLineStart = !pieceBefore;
        while (true)
        {
            var line = buffer.AsSpan(start, end - start);
            var length = line.IndexOf((byte)'\n') + 1;
            if (length > 0 || line.Length == MaxLine)
            {
                pieceBefore = length == 0;
                return Take(length == 0 ? line.Length : length);
            }

            line.CopyTo(buffer);
            (start, end) = (0, line.Length);
            var count = content.Read(buffer.AsSpan(end));
            end += count;
            if (count == 0)
            {
                return Take(end);
            }
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        start += length;
        return buffer.AsSpan(start - length, length);
    }
}
