using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Transactions;

/// <summary>
/// The response to one action of a transaction. Its headers are parsed when they are asked for: after most
/// transactions nobody looks.
/// </summary>
internal sealed class ActionResponse : Response
{
    private readonly ReadOnlyMemory<byte> http;
    private Dictionary<string, string>? headers;
    private Stream? content;

    /// <summary>Takes a part of the answer.</summary>
    /// <param name="http">From <c>HTTP/1.1 204 No Content</c> on.</param>
    public ActionResponse(ReadOnlyMemory<byte> http)
    {
        this.http = http;
        Status = int.Parse(http.Span.Slice("HTTP/1.1 ".Length, 3), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public override int Status { get; }

    public override string ReasonPhrase => Head().Split("\r\n")[0]["HTTP/1.1 204".Length..].Trim();

    public override bool IsError => Status >= 400;

    public override string ClientRequestId { get; set; } = "";

    public override Stream? ContentStream
    {
        get => content ??= Body() is { Length: > 0 } body ? new MemoryStream(body, 0, body.Length, false, true) : null;
        set => content = value;
    }

    public override void Dispose() => content?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        ParsedHeaders().TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = ParsedHeaders().TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => ParsedHeaders().ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        ParsedHeaders().Select(header => new HttpHeader(header.Key, header.Value));

    private Dictionary<string, string> ParsedHeaders()
    {
        if (headers is null)
        {
            headers = new(StringComparer.OrdinalIgnoreCase);
            foreach (var line in Head().Split("\r\n").Skip(1))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0)
                {
                    headers[line[..colon]] = line[(colon + 1)..].Trim();
                }
            }
        }

        return headers;
    }

    private string Head() =>
        Encoding.UTF8.GetString(http.Span.IndexOf("\r\n\r\n"u8) is >= 0 and var end ? http.Span[..end] : http.Span);

    private byte[] Body() =>
        http.Span.IndexOf("\r\n\r\n"u8) is >= 0 and var end ? http.Span[(end + 4)..].TrimEnd("\r\n"u8).ToArray() : [];
}
