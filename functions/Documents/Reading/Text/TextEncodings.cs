using System.Text;

namespace Avance.Functions.Documents.Reading.Text;

/// <summary>Detects the encoding of a text by its bytes.</summary>
internal static class TextEncodings
{
    /// <summary>The encoding that Windows and Excel use in Peru. Every byte is valid in it.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads the whole stream once and restores its position.</summary>
    public static Encoding Of(Stream content, CancellationToken cancellationToken)
    {
        var start = content.Position;
        var buffer = new byte[64 * 1024];
        var count = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var encoding = OfMark(buffer.AsSpan(0, count));
        if (encoding is null)
        {
            var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
            var characters = new char[buffer.Length + 1];
            try
            {
                while (count > 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    decoder.GetChars(buffer, 0, count, characters, 0, flush: false);
                    count = content.Read(buffer);
                }

                decoder.GetChars([], characters, flush: true);
                encoding = Encoding.UTF8;
            }
            catch (DecoderFallbackException)
            {
                encoding = Windows1252;
            }
        }

        content.Position = start;
        return encoding;
    }

    /// <summary>UTF-16 and UTF-32 by their mark, or UTF-16 without one by the zeros beside its letters; else null.</summary>
    public static Encoding? OfMark(ReadOnlySpan<byte> start) =>
        start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
            [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ when start.Length >= 4 && AreZero(start, 1) && !AreZero(start, 0) => Encoding.Unicode,
            _ when start.Length >= 4 && AreZero(start, 0) && !AreZero(start, 1) => Encoding.BigEndianUnicode,
            _ => null,
        };

    /// <summary>True when nine of ten of every second byte are zero.</summary>
    private static bool AreZero(ReadOnlySpan<byte> bytes, int from)
    {
        var zeros = 0;
        var all = 0;
        for (var i = from; i < Math.Min(bytes.Length, 1_000); i += 2)
        {
            all++;
            zeros += bytes[i] == 0 ? 1 : 0;
        }

        return zeros * 10 >= all * 9;
    }
}
