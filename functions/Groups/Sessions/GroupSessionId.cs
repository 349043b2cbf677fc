using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Avance.Functions.Groups.Sessions;

/// <summary>A session by its year and its number in it, written <c>2023-002</c>: years 2000 to 2099, numbers 1 to 999.</summary>
[JsonConverter(typeof(TextValueJsonConverter<GroupSessionId>))]
public readonly record struct GroupSessionId : ITextValue<GroupSessionId>, IComparable<GroupSessionId>
{
    private GroupSessionId(int year, int number) => (Year, Number) = (year, number);

    public static string Expected => "una sesión, por ejemplo 2023-002";

    public int Year { get; }

    /// <summary>1 to 999.</summary>
    public int Number { get; }

    public static GroupSessionId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not a session.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GroupSessionId result)
    {
        result = default;
        if (
            s is not { Length: 8 }
            || s[4] != '-'
            || !int.TryParse(s.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(s.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < 2000 or > 2099
            || number == 0
        )
        {
            return false;
        }

        result = new GroupSessionId(year, number);
        return true;
    }

    public int CompareTo(GroupSessionId other) => (Year, Number).CompareTo((other.Year, other.Number));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D3}");
}
