using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Avance.Functions.Domain;

/// <summary>
/// Names one uploaded file: 32 lower-case hexadecimal digits, made of the upload's id and the file's place in it, so that
/// a repeated upload names the same files.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<EvidenceId>))]
public readonly record struct EvidenceId : ITextValue<EvidenceId>
{
    private const int Digits = 32;
    private readonly string? text;

    private EvidenceId(string text) => this.text = text;

    public static string Expected => "32 dígitos hexadecimales";

    /// <param name="address">The activity and period that the file proves.</param>
    /// <param name="uploadId">Made by the client, one for all files of an upload.</param>
    /// <param name="place">The file's place in the upload, from 0.</param>
    public static EvidenceId Of(ProgressAddress address, Guid uploadId, int place)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{address.Plan}|{address.Period}|{address.Activity}|{uploadId:N}|{place}"
        );
        return new EvidenceId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..Digits]);
    }

    public static EvidenceId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an evidence id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EvidenceId result)
    {
        var valid = s is { Length: Digits } && s.All(char.IsAsciiHexDigitLower);
        result = valid ? new EvidenceId(s!) : default;
        return valid;
    }

    public override string ToString() => text ?? "";
}
