using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Avance.Functions.Plans;

/// <summary>
/// A day, or a time of a day, as people write it: <c>15/07/2023</c>, <c>2023-07-15</c>, <c>2023-07-15T18:00</c> (in the
/// plan's time zone) or <c>2023-07-15T18:00:00-05:00</c>. The server's own time zone is never used.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<DayOrTime>))]
public readonly record struct DayOrTime : ITextValue<DayOrTime>
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy"];
    private static readonly string[] Times =
    [
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "d/M/yyyy H:mm",
        "d/M/yyyy H:mm:ss",
    ];
    private static readonly string[] Instants =
    [
        "yyyy-MM-dd'T'HH:mmzzz",
        "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm'Z'",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    private readonly DateTime local;
    private readonly DateTimeOffset? instant;

    private DayOrTime(DateTime local, DateTimeOffset? instant)
    {
        this.local = local;
        this.instant = instant;
    }

    public static string Expected =>
        "una fecha como 15/07/2023 o 2023-07-15, con hora si hace falta (2023-07-15T18:00)";

    /// <summary>A time in the plan's time zone; midnight means the whole day.</summary>
    public static DayOrTime At(DateTime local) => new(local, null);

    public static DayOrTime Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var moment) ? moment : throw new FormatException($"'{s}' is not a date.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DayOrTime result)
    {
        var invariant = CultureInfo.InvariantCulture;
        var text = s?.Trim();
        result = default;
        if (
            DateTime.TryParseExact(text, Days, invariant, DateTimeStyles.None, out var local)
            || DateTime.TryParseExact(text, Times, invariant, DateTimeStyles.None, out local)
        )
        {
            result = new DayOrTime(local, null);
        }
        else if (
            DateTimeOffset.TryParseExact(text, Instants, invariant, DateTimeStyles.AssumeUniversal, out var instant)
        )
        {
            result = new DayOrTime(default, instant.ToUniversalTime());
        }
        else
        {
            return false;
        }

        return (result.instant?.Year ?? result.local.Year) is >= 1900 and < 2200;
    }

    /// <summary>The instant at which something begins: for a day, its 00:00.</summary>
    public DateTimeOffset AsStart(BusinessCalendar calendar) => instant ?? calendar.InstantOf(local);

    /// <summary>The instant at which something ends: for a day, 00:00 of the next one.</summary>
    public DateTimeOffset AsEnd(BusinessCalendar calendar) =>
        instant ?? (IsDay ? calendar.EndOf(DateOnly.FromDateTime(local)) : calendar.InstantOf(local));

    public override string ToString() =>
        instant is { } exact ? exact.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        : IsDay ? local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private bool IsDay => local.TimeOfDay == TimeSpan.Zero;
}
