using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace Avance.Functions.Reminders.Sending;

/// <summary>The settings <c>Mail:…</c>. A value out of its range stops the start.</summary>
public sealed record MailOptions
{
    public const string Section = "Mail";

    /// <summary>The key of SendGrid; empty, as unless set, sends nothing over the network.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Where SendGrid is, <c>https://api.sendgrid.com</c> unless set.</summary>
    [Required]
    public Uri Host { get; init; } = new("https://api.sendgrid.com");

    /// <summary>The address that mails come from, <c>avance@entidad.example</c> unless set: SendGrid must know it.</summary>
    [Required]
    public string From { get; init; } = "avance@entidad.example";

    /// <summary>The public key with which SendGrid signs its events, base64; empty, as unless set, refuses all of them. Anything else stops the start.</summary>
    public string WebhookKey { get; init; } = "";

    /// <summary>Where mails are kept as files if there is no key; empty, as unless set, keeps none and sends none.</summary>
    public string Folder { get; init; } = "";

    public bool HasSender => EmailAddress.TryParse(From, null, out _);

    /// <summary>False if the key cannot be read: all events would be rejected as unsigned.</summary>
    public bool HasReadableKey
    {
        get
        {
            if (WebhookKey.Length == 0)
            {
                return true;
            }

            try
            {
                using var key = ECDsa.Create();
                key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(WebhookKey), out _);
                return true;
            }
            catch (Exception error) when (error is FormatException or CryptographicException)
            {
                return false;
            }
        }
    }
}
