using System.Text;
using Avance.Functions.Evidence.Reading.Packages;

namespace Avance.Functions.Evidence.Reading.Mail;

/// <summary>
/// Goes through the parts of a mail, however nested, in one pass over its lines: what is open is a stack of boundaries.
/// </summary>
internal sealed class MimeParts(MimeLines lines, ReadingOptions options)
{
    private readonly Stack<MimeMultipart> open = new();
    private Place place;

    /// <summary>The part that a mail is when it has no others, or its first; then the next one, null after the last.</summary>
    /// <param name="headers">Those of the mail the first time; then null.</param>
    public MimePart? Next(MimeHeaders? headers)
    {
        while (true)
        {
            if (headers is null)
            {
                SkipToBoundary();
                if (place == Place.End)
                {
                    return null;
                }

                headers = MimeHeaders.Read(lines);
            }

            place = Place.Body;
            var type = new HeaderValue(headers["Content-Type"]);
            var boundary = type["boundary"];
            if (!type.Value.StartsWith("multipart/", StringComparison.Ordinal) || boundary.Length == 0)
            {
                return new MimePart(headers, type, open.TryPeek(out var around) ? around : null, new Body(this));
            }

            if (open.Count >= options.MimeDepth)
            {
                throw new UnreadableException(ReadTrouble.TooDeep, $"more than {options.MimeDepth} parts deep");
            }

            open.Push(new MimeMultipart(type.Value, Encoding.Latin1.GetBytes($"--{boundary}")));
            headers = null;
        }
    }

    private void SkipToBoundary()
    {
        while (place is Place.Body or Place.Between)
        {
            _ = NextLine();
        }
    }

    /// <summary>The next line; empty at a boundary and at the end of the mail.</summary>
    private ReadOnlySpan<byte> NextLine()
    {
        var line = lines.Next();
        if (line.IsEmpty)
        {
            place = Place.End;
            return [];
        }

        if (!lines.IsLineStart || !line.StartsWith("--"u8) || Multipart(line) is not { } multipart)
        {
            return line;
        }

        // A boundary of one further out ends those within, which were cut off.
        while (open.Peek() != multipart)
        {
            open.Pop();
        }

        place = Place.Boundary;
        if (line[multipart.Boundary.Length..].StartsWith("--"u8))
        {
            open.Pop();
            // What comes after the last part is for programs that do not know parts.
            place = open.Count == 0 ? Place.End : Place.Between;
        }

        return [];
    }

    private MimeMultipart? Multipart(ReadOnlySpan<byte> line)
    {
        foreach (var multipart in open)
        {
            if (line.StartsWith(multipart.Boundary))
            {
                return multipart;
            }
        }

        return null;
    }

    /// <summary>The bytes of a part, still encoded. Whoever does not read to its end leaves that to <see cref="Next"/>.</summary>
    private sealed class Body(MimeParts parts) : ReadOnlyStream
    {
        private readonly byte[] rest = new byte[64 * 1024];
        private int position;
        private int length;

        public override int Read(Span<byte> buffer)
        {
            if (position == length && parts.place == Place.Body)
            {
                var line = parts.NextLine();
                line.CopyTo(rest);
                (position, length) = (0, line.Length);
            }

            var count = Math.Min(buffer.Length, length - position);
            rest.AsSpan(position, count).CopyTo(buffer);
            position += count;
            return count;
        }
    }

    private enum Place
    {
        Body,

        /// <summary>After the last part of a multipart that is a part itself.</summary>
        Between,
        Boundary,
        End,
    }
}
