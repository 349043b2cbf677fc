using MimeKit;
using MimeKit.Utils;

namespace Avance.Functions.Documents.Reading.Mail;

/// <summary>
/// Goes through a mail once and keeps where its parts are, up to how many and how deep they may be. A mail within the mail
/// is one part: those in it are found when it is read itself.
/// </summary>
internal sealed class MailPartReader(Stream content, ReadingOptions options) : MimeReader(Parser(options), content)
{
    /// <summary>Bytes of all headers of a part; those of a mail that went round the world have some ten thousand.</summary>
    private const int MaxHeaders = 1024 * 1024;

    private readonly Stack<MailMultipart> open = new();
    private readonly List<MailPart> parts = [];
    private Dictionary<string, Header>? mail;
    private Dictionary<string, Header> headers = [];
    private int headerLength;
    private ContentType type = new("text", "plain");

    /// <summary>Mails within the mail that are open; what is in them is not ours.</summary>
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
            // Headers are ASCII; some programs write them in what they have all the same.
            CharsetEncoding = Text.TextEncodings.Windows1252,
            // One more than allowed, which is refused. What is deeper, in a mail within the mail, is not gone into.
            MaxMimeDepth = options.MimeDepth + 1,
        };
}
