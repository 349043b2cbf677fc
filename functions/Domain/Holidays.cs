using System.Text.Json;

namespace Avance.Functions.Domain;

/// <summary>
/// National holidays, from the rules in <c>holidays.json</c>: each is a date or a number of days from Easter Sunday, with
/// the first year of the holiday where a law added it.
/// </summary>
public sealed class Holidays
{
    private readonly IReadOnlyList<Rule> rules;

    private Holidays(IReadOnlyList<Rule> rules) => this.rules = rules;

    /// <summary>The national holidays of Peru (Decreto Legislativo 713, article 6, and the laws that the file names).</summary>
    public static Holidays Peru { get; } = Read("holidays.json");

    public bool Contains(DateOnly day) => rules.Any(rule => rule.Falls(day));

    private static Holidays Read(string name)
    {
        using var content = typeof(Holidays).Assembly.GetManifestResourceStream(name)!;
        return new Holidays(JsonSerializer.Deserialize<Rule[]>(content, Json.Options)!);
    }

    /// <summary>Sunday after the first full moon of spring, as the Gregorian calendar reckons it (Meeus, Jones and Butcher).</summary>
    private static DateOnly EasterOf(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    /// <param name="Month">With <paramref name="Day"/>: a date. Null for a holiday that moves with Easter.</param>
    /// <param name="Easter">Days from Easter Sunday, before it if negative.</param>
    /// <param name="Since">The first year of the holiday; null if it holds for every year.</param>
    private sealed record Rule(
        string Name,
        int? Month = null,
        int? Day = null,
        int? Easter = null,
        int? Since = null,
        string? Law = null
    )
    {
        public bool Falls(DateOnly day) =>
            !(day.Year < Since)
            && (
                Easter is { } days
                    ? day.DayNumber - EasterOf(day.Year).DayNumber == days
                    : day.Month == Month && day.Day == Day
            );
    }
}
