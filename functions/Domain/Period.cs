using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Avance.Functions.Domain;

/// <summary>A semester, written <c>2023-I</c> or <c>2023-II</c>; years 2000 to 2099.</summary>
[JsonConverter(typeof(TextValueJsonConverter<Period>))]
public readonly record struct Period : ITextValue<Period>, IComparable<Period>
{
    /// <exception cref="ArgumentOutOfRangeException">The year is not 2000 to 2099, or the semester not 1 or 2.</exception>
    public Period(int year, int semester)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(year / 100, 20, nameof(year));
        ArgumentOutOfRangeException.ThrowIfNotEqual(semester is 1 or 2, true, nameof(semester));
        Year = year;
        Semester = semester;
    }

    public static string Expected => "un semestre, por ejemplo 2023-I o 2023-II";

    public int Year { get; }

    /// <summary>1 or 2.</summary>
    public int Semester { get; }

    public static Period Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var period) ? period : throw new FormatException($"'{s}' is not a period.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Period result)
    {
        result = default;
        if (
            s is not { Length: 6 or 7 }
            || s[4] != '-'
            || !int.TryParse(s.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 2000 or > 2099
        )
        {
            return false;
        }

        var semester = s[5..] switch
        {
            "I" => 1,
            "II" => 2,
            _ => 0,
        };
        if (semester == 0)
        {
            return false;
        }

        result = new Period(year, semester);
        return true;
    }

    public int CompareTo(Period other) => (Year, Semester).CompareTo((other.Year, other.Semester));

    /// <summary>Careful with keys: <c>2023-II|</c> sorts before <c>2023-I|</c>.</summary>
    public override string ToString() =>
        Year == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{(Semester == 1 ? "I" : "II")}");
}
