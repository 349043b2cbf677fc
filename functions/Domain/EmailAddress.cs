using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Avance.Functions.Domain;

/// <summary>
/// An address that mail can be sent to, in lower case: <c>nombre@entidad.gob.pe</c>. It has no quotes,
/// spaces or line ends, so that it is safe in the header of a mail.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<EmailAddress>))]
public readonly partial record struct EmailAddress : ITextValue<EmailAddress>, IComparable<EmailAddress>
{
    private readonly string? text;

    /// <summary>False for what stands in place of a person who was erased: no mail can be sent to <c>invalid</c> (RFC 2606).</summary>
    public bool CanReceive => !ToString().EndsWith(".invalid", StringComparison.Ordinal);

    /// <exception cref="FormatException">The text is not an address.</exception>
    public EmailAddress(string text) => this.text = Parse(text, null).text;

    private EmailAddress(string text, bool _) => this.text = text;

    public static string Expected => "un correo como nombre@entidad.gob.pe";

    public static EmailAddress Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var address) ? address : throw new FormatException("That is no mail address.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EmailAddress result)
    {
        // https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1
        var valid = s is { Length: <= 254 } && Address.IsMatch(s);
        result = valid ? new EmailAddress(s!.ToLowerInvariant(), true) : default;
        return valid;
    }

    public int CompareTo(EmailAddress other) => string.CompareOrdinal(text, other.text);

    public override string ToString() => text ?? "";

    [GeneratedRegex(
        @"\A[A-Za-z0-9_%+'\-]+(\.[A-Za-z0-9_%+'\-]+)*@([A-Za-z0-9]([A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,}\z",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Address { get; }
}
