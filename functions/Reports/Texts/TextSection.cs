using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Avance.Functions.Reports.Texts;

/// <summary>
/// A text of the report: <c>presentation</c>, <c>legal-basis</c>, <c>summary</c>, <c>unit-summary-OGRH</c> for each unit in the
/// count, <c>conclusions</c>.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<TextSection>))]
public readonly record struct TextSection : ITextValue<TextSection>
{
    private const string UnitPrefix = "unit-summary-";
    private readonly string? text;

    private TextSection(string text) => this.text = text;

    public static TextSection Presentation { get; } = new("presentation");

    public static TextSection LegalBasis { get; } = new("legal-basis");

    public static TextSection Summary { get; } = new("summary");

    public static TextSection Conclusions { get; } = new("conclusions");

    public static string Expected => "presentation, legal-basis, summary, unit-summary- y siglas, o conclusions";

    /// <summary>The unit of a summary of a unit; null for the others.</summary>
    public UnitCode? Unit =>
        ToString().StartsWith(UnitPrefix, StringComparison.Ordinal)
            ? new UnitCode(ToString()[UnitPrefix.Length..])
            : null;

    public static TextSection OfUnit(UnitCode unit) => new($"{UnitPrefix}{unit}");

    public static TextSection Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var section) ? section : throw new FormatException($"'{s}' is no text of a report.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TextSection result)
    {
        TextSection[] plain = [Presentation, LegalBasis, Summary, Conclusions];
        result = Array.Find(plain, section => section.text == s);
        if (
            result == default
            && s?.StartsWith(UnitPrefix, StringComparison.Ordinal) == true
            && UnitCode.TryParse(s[UnitPrefix.Length..], provider, out var unit)
        )
        {
            result = OfUnit(unit);
        }

        return result != default;
    }

    public override string ToString() => text ?? "";
}
