using System.Text;

namespace Azure.Data.Tables.Transactions;

/// <summary>Takes the multipart answer to a transaction apart: a response an action, or one of a failure.</summary>
internal static class TransactionResult
{
    /// <summary>The responses in the order of the actions.</summary>
    /// <exception cref="InvalidOperationException">The body is no answer to a transaction.</exception>
    public static List<Response> Parse(ReadOnlyMemory<byte> body)
    {
        // Outside is the batch, which has one part: the change set with its own boundary.
        var start = body.Span.IndexOf("boundary="u8);
        var boundary = start < 0 ? [] : FirstLine(body.Span[(start + "boundary="u8.Length)..]).Trim((byte)'"');
        if (boundary.IsEmpty)
        {
            throw new InvalidOperationException("The answer to the transaction has no change set.");
        }

        var delimiter = Encoding.ASCII.GetBytes("--" + Encoding.ASCII.GetString(boundary));
        var responses = new List<Response>();
        var position = start + body.Span[start..].IndexOf(delimiter);
        while (body.Span[(position + delimiter.Length)..] is var rest && !rest.StartsWith("--"u8))
        {
            position += delimiter.Length;
            var length = rest.IndexOf(delimiter);
            if (length < 0)
            {
                throw new InvalidOperationException("The answer to the transaction is cut off.");
            }

            responses.Add(new ActionResponse(HttpOf(body.Slice(position, length))));
            position += length;
        }

        return responses;
    }

    // A part has headers of its own, an empty line, and then the HTTP response.
    private static ReadOnlyMemory<byte> HttpOf(ReadOnlyMemory<byte> part)
    {
        var start = part.Span.IndexOf("HTTP/1.1 "u8);
        return start < 0
            ? throw new InvalidOperationException("The answer to the transaction has a part without a response.")
            : part[start..];
    }

    private static ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text) =>
        text.IndexOfAny("\r\n;"u8) is >= 0 and var end ? text[..end] : text;
}
