using MimeKit;
using MimeKit.Utils;

namespace Avance.Functions.Documents.Reading.Mail;

/// <summary>
/// Reads a mail once and records the positions of its parts, up to a limit of count and depth. A mail within the mail is one
/// part: its own parts are found when it is read itself.
/// </summary>
internal sealed class MailPartReader(Stream content, ReadingOptions options) : MimeReader(Parser(options), content)
{
    /// <summary>Limit in bytes of all headers of a part; a much forwarded mail has some ten thousand.</summary>
    private const int MaxHeaders = 1024 * 1024;

    private readonly Stack<MailMultipart> open = new();
    private readonly List<MailPart> parts = [];
    private Dictionary<string, Header>? mail;
    private Dictionary<string, Header> headers = [];
    private int headerLength;
    private ContentType type = new("text", "plain");

    /// <summary>Depth of mails within the mail; their parts are skipped.</summary>
    private int within;
    private long? withinStart;

    /// <summary>In the order in which they stand.</summary>
    public IReadOnlyList<MailPart> Parts => parts;

    /// <summary>A header of the mail, decoded; of several the first, empty without it.</summary>
    public string Header(string name) => mail?.GetValueOrDefault(name)?.Value ?? "";

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (within == 0)
        {
            headers = new(StringComparer.OrdinalIgnoreCase);
            headerLength = 0;
            mail ??= headers;
        }
    }

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (within > 0)
        {
            return;
        }

        headerLength += header.RawField.Length + header.RawValue.Length;
        if (headerLength > MaxHeaders)
        {
            throw new UnreadableException(ReadTrouble.Malformed, "headers of more than a megabyte");
        }

        headers.TryAdd(header.Field, header);
    }

    protected override void OnMultipartBegin(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    )
    {
        if (within > 0)
        {
            return;
        }

        if (open.Count >= options.MimeDepth)
        {
            throw new UnreadableException(ReadTrouble.TooDeep, $"more than {options.MimeDepth} parts deep");
        }

        open.Push(new MailMultipart(contentType));
    }

    protected override void OnMultipartPreambleEnd(
        long beginOffset,
        int beginLineNumber,
        long endOffset,
        int lines,
        CancellationToken cancellationToken
    )
    {
        if (within == 0 && open.Peek() is { HasParts: false } multipart)
        {
            Add(multipart.Type, beginOffset, endOffset);
        }
    }

    protected override void OnMultipartEnd(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        long headersEndOffset,
        long endOffset,
        int lines,
        CancellationToken cancellationToken
    )
    {
        if (within == 0)
        {
            open.Pop();
        }
    }

    protected override void OnMimePartBegin(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    ) => type = contentType;

    protected override void OnMimePartContentEnd(
        long beginOffset,
        int beginLineNumber,
        long endOffset,
        int lines,
        NewLineFormat? newLineFormat,
        CancellationToken cancellationToken
    )
    {
        if (within == 0)
        {
            Add(type, beginOffset, endOffset);
        }
    }

    protected override void OnMessagePartBegin(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    )
    {
        if (within++ == 0)
        {
            withinStart = null;
        }
    }

    protected override void OnMimeMessageBegin(
        long beginOffset,
        int beginLineNumber,
        CancellationToken cancellationToken
    ) => withinStart ??= within > 0 ? beginOffset : null;

    protected override void OnMessagePartEnd(
        ContentType contentType,
        long beginOffset,
        int beginLineNumber,
        long headersEndOffset,
        long endOffset,
        int lines,
        CancellationToken cancellationToken
    )
    {
        if (--within == 0)
        {
            Add(contentType, withinStart ?? endOffset, endOffset);
        }
    }

    private void Add(ContentType contentType, long start, long end)
    {
        if (parts.Count >= options.Entries)
        {
            throw new UnreadableException(ReadTrouble.TooManyEntries, $"more than {options.Entries}");
        }

        var disposition =
            headers.TryGetValue("Content-Disposition", out var stated)
            && ContentDisposition.TryParse(stated.RawValue, out var parsed)
                ? parsed
                : null;
        var encoding =
            headers.TryGetValue("Content-Transfer-Encoding", out var named)
            && MimeUtils.TryParse(named.Value, out ContentEncoding known)
                ? known
                : ContentEncoding.Default;
        parts.Add(
            new MailPart(contentType, disposition, encoding, open.TryPeek(out var around) ? around : null, start, end)
        );
    }

    private static ParserOptions Parser(ReadingOptions options) =>
        new()
        {
            // Headers should be ASCII, but some programs write them in Windows-1252.
            CharsetEncoding = Text.TextEncodings.Windows1252,
            // One more than allowed, so that the excess is seen and refused.
            MaxMimeDepth = options.MimeDepth + 1,
        };
}
