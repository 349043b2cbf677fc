using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>
/// Names a recommendation within its plan and period: <c>d-0123456789abcdef</c> for a draft, made of what it is about, so
/// that the same draft has the same id each time; <c>a-</c> and a UUID that the client makes for one that a person adds.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<RecommendationId>))]
public readonly record struct RecommendationId : ITextValue<RecommendationId>
{
    private const string DraftPrefix = "d-";
    private const string AddedPrefix = "a-";
    private const int Digits = 16;
    private readonly string? text;

    private RecommendationId(string text) => this.text = text;

    public static string Expected => "d- y 16 dígitos hexadecimales, o a- y un UUID";

    /// <summary>True if a person added it.</summary>
    public bool IsAdded => ToString().StartsWith(AddedPrefix, StringComparison.Ordinal);

    /// <param name="activity">The activity that it names, the first one of several.</param>
    /// <param name="subject">The document or note at issue; empty if there is none.</param>
    public static RecommendationId Of(RecommendationReason reason, ActivityNumber activity, string subject) =>
        new(DraftPrefix + BodyHash.Of<string[]>([$"{reason}", activity.Key, subject])[..Digits]);

    public static RecommendationId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not the id of a recommendation.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RecommendationId result)
    {
        result = default;
        if (s is null || s.Length <= DraftPrefix.Length)
        {
            return false;
        }

        var rest = s[DraftPrefix.Length..];
        if (s.StartsWith(DraftPrefix, StringComparison.Ordinal))
        {
            var valid = rest.Length == Digits && rest.All(char.IsAsciiHexDigitLower);
            result = valid ? new RecommendationId(s) : default;
            return valid;
        }

        if (
            !s.StartsWith(AddedPrefix, StringComparison.Ordinal)
            || !Guid.TryParseExact(rest, "D", out var guid)
            || guid == Guid.Empty
        )
        {
            return false;
        }

        // In small letters, so that one UUID is one recommendation.
        result = new RecommendationId($"{AddedPrefix}{guid:D}");
        return true;
    }

    public override string ToString() => text ?? "";
}
