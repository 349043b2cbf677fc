using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Avance.Functions.Domain;

/// <summary>
/// The name of a plan in addresses and table keys: 2 to 63 lower-case letters a–z, digits and hyphens, starting and
/// ending with a letter or digit, for example <c>psig-2022-2023</c>.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<PlanId>))]
public readonly record struct PlanId : ITextValue<PlanId>
{
    private readonly string? text;

    /// <exception cref="FormatException">The text is not a plan id.</exception>
    public PlanId(string text) => this.text = Parse(text, null).text;

    private PlanId(string text, bool _) => this.text = text;

    public static string Expected => "de 2 a 63 letras minúsculas sin tilde, dígitos y guiones";

    public static PlanId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not a plan id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PlanId result)
    {
        var valid =
            s is { Length: >= 2 and <= 63 }
            && char.IsAsciiLetterOrDigit(s[0])
            && char.IsAsciiLetterOrDigit(s[^1])
            && s.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        result = valid ? new PlanId(s!, true) : default;
        return valid;
    }

    public override string ToString() => text ?? "";
}
