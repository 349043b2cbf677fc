using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Avance.Functions.Findings;

/// <summary>
/// Names a finding within its plan: <c>2023-II.034.same-file.0123456789abcdef</c>. Made of what it is about, so that
/// the same finding, raised again, has the same id and keeps what people said of it.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<FindingId>))]
public readonly record struct FindingId : ITextValue<FindingId>
{
    private const int Digits = 16;
    private readonly string? text;

    private FindingId(string text) => this.text = text;

    public static string Expected => "periodo, actividad, código y 16 dígitos hexadecimales, separados por puntos";

    public ClaimAddress Claim
    {
        get
        {
            var parts = ToString().Split('.');
            return new ClaimAddress(
                Period.Parse(parts[0], CultureInfo.InvariantCulture),
                ActivityNumber.Parse(parts[1], CultureInfo.InvariantCulture)
            );
        }
    }

    public string Code => ToString().Split('.')[2];

    public static FindingId Of(ClaimAddress claim, string code, RaisedFinding finding) =>
        new(
            $"{claim.Period}.{claim.Activity.Key}.{code}."
                + BodyHash.Of<string[]>([code, finding.File?.ToString() ?? "", finding.Subject])[..Digits]
        );

    public static FindingId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not the id of a finding.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FindingId result)
    {
        result = default;
        if (
            s?.Split('.') is not [var period, var activity, { Length: > 0 and <= 50 } code, { Length: Digits } digest]
            || !Period.TryParse(period, provider, out var semester)
            || !ActivityNumber.TryParse(activity, provider, out var number)
            || activity != number.Key
            || period != semester.ToString()
            || !code.All(c => char.IsAsciiLetterLower(c) || c == '-')
            || !digest.All(char.IsAsciiHexDigitLower)
        )
        {
            return false;
        }

        result = new FindingId(s);
        return true;
    }

    public override string ToString() => text ?? "";
}
