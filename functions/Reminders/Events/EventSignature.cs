using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Avance.Functions.Reminders.Events;

/// <summary>
/// Checks that events come from SendGrid: an ECDSA signature over the timestamp and the body
/// (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features).
/// </summary>
public static class EventSignature
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>How far the timestamp may be from now, so that a recorded request cannot be sent again later.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <param name="publicKey">Base64 of the key's SubjectPublicKeyInfo, as SendGrid shows it.</param>
    /// <param name="signature">The header, base64 of DER.</param>
    /// <param name="timestamp">The header, seconds since 1970.</param>
    /// <param name="body">The body as it came.</param>
    public static bool IsValid(
        string publicKey,
        string? signature,
        string? timestamp,
        ReadOnlySpan<byte> body,
        DateTimeOffset now
    )
    {
        if (
            publicKey.Length == 0
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - (decimal)seconds) > (decimal)Tolerance.TotalSeconds
        )
        {
            return false;
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp), .. body];
            return key.VerifyData(
                signed,
                Convert.FromBase64String(signature ?? ""),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            );
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
