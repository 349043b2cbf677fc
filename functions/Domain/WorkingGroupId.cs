using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Avance.Functions.Domain;

/// <summary>
/// The initials of a working group in addresses and table keys: 2 to 40 capital letters A–Z, digits and hyphens, starting
/// and ending with a letter or digit, for example <c>CSIG-MIMP</c>. Lower case is read as capitals.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<WorkingGroupId>))]
public readonly record struct WorkingGroupId : ITextValue<WorkingGroupId>
{
    private readonly string? text;

    /// <exception cref="FormatException">The text is not the initials of a group.</exception>
    public WorkingGroupId(string text) => this.text = Parse(text, null).text;

    private WorkingGroupId(string text, bool _) => this.text = text;

    public static string Expected => "siglas de 2 a 40 letras sin tilde, dígitos y guiones, por ejemplo CSIG-MIMP";

    /// <summary>Its first part, which minutes are numbered with: <c>CSIG</c>.</summary>
    public string Kind => ToString().Split('-')[0];

    public static WorkingGroupId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not a working group's id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out WorkingGroupId result)
    {
        var valid =
            s is { Length: >= 2 and <= 40 }
            && char.IsAsciiLetterOrDigit(s[0])
            && char.IsAsciiLetterOrDigit(s[^1])
            && s.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        result = valid ? new WorkingGroupId(s!.ToUpperInvariant(), true) : default;
        return valid;
    }

    public override string ToString() => text ?? "";
}
