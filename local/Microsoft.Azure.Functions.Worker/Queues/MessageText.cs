using System.Text;

namespace Microsoft.Azure.Functions.Worker.Queues;

/// <summary>The bodies of queue messages, in base64 or plain.</summary>
internal static class MessageText
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static string Encode(ReadOnlySpan<byte> body, bool base64) =>
        base64 ? Convert.ToBase64String(body) : Encoding.UTF8.GetString(body);

    /// <summary>Takes text that is not base64, or not of text in base64, as it is, as other programs may have sent it.</summary>
    public static byte[] Decode(string text, bool base64)
    {
        if (base64)
        {
            var decoded = new byte[text.Length];
            if (Convert.TryFromBase64String(text, decoded, out var length) && IsText(decoded.AsSpan(0, length)))
            {
                return decoded[..length];
            }
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
