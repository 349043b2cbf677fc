using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Avance.Functions.Domain;

/// <summary>
/// The initials of a responsible unit as the plan writes them: 1 to 24 capital letters, digits, hyphens and full
/// stops, for example <c>OGRH</c>. Lower case is read as capitals.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<UnitCode>))]
public readonly record struct UnitCode : ITextValue<UnitCode>, IComparable<UnitCode>
{
    private readonly string? text;

    /// <exception cref="FormatException">The text is not a unit code.</exception>
    public UnitCode(string text) => this.text = Parse(text, null).text;

    private UnitCode(string text, bool _) => this.text = text;

    public static string Expected => "siglas de 1 a 24 letras, dígitos, guiones o puntos, sin espacios";

    public static UnitCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is not a unit code.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UnitCode result)
    {
        var valid =
            s is { Length: >= 1 and <= 24 } && s.All(c => char.IsLetter(c) || char.IsAsciiDigit(c) || c is '-' or '.');
        result = valid ? new UnitCode(s!.ToUpperInvariant(), true) : default;
        return valid;
    }

    public int CompareTo(UnitCode other) => string.CompareOrdinal(text, other.text);

    public override string ToString() => text ?? "";
}
