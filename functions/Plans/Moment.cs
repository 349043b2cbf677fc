using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Avance.Functions.Plans;

/// <summary>
/// A day, or a time of a day, as people write it: <c>15/07/2023</c>, <c>2023-07-15</c>, <c>2023-07-15T18:00</c> (the
/// plan's clocks) or <c>2023-07-15T18:00:00-05:00</c>. A server's own zone never matters.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<Moment>))]
public readonly record struct Moment : ITextValue<Moment>
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

    private Moment(DateTime local, DateTimeOffset? instant)
    {
        this.local = local;
        this.instant = instant;
    }

    public static string Expected =>
        "una fecha como 15/07/2023 o 2023-07-15, con hora si hace falta (2023-07-15T18:00)";

    /// <summary>A time of the plan's clocks; at midnight, that whole day.</summary>
    public static Moment At(DateTime local) => new(local, null);

    public static Moment Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var moment) ? moment : throw new FormatException($"'{s}' is not a date.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Moment result)
    {
        var invariant = CultureInfo.InvariantCulture;
        var text = s?.Trim();
        result = default;
        if (
            DateTime.TryParseExact(text, Days, invariant, DateTimeStyles.None, out var local)
            || DateTime.TryParseExact(text, Times, invariant, DateTimeStyles.None, out local)
        )
        {
            result = new Moment(local, null);
        }
        else if (
            DateTimeOffset.TryParseExact(text, Instants, invariant, DateTimeStyles.AssumeUniversal, out var instant)
        )
        {
            result = new Moment(default, instant.ToUniversalTime());
        }
        else
        {
            return false;
        }

        return (result.instant?.Year ?? result.local.Year) is >= 1900 and < 2200;
    }

    /// <summary>The instant from which on something holds: a day begins at 00:00.</summary>
    public DateTimeOffset AsStart(BusinessCalendar calendar) => instant ?? calendar.InstantOf(local);

    /// <summary>The instant from which on something no longer holds: a day lasts until the next one begins.</summary>
    public DateTimeOffset AsEnd(BusinessCalendar calendar) =>
        instant ?? (IsDay ? calendar.EndOf(DateOnly.FromDateTime(local)) : calendar.InstantOf(local));

    public override string ToString() =>
        instant is { } exact ? exact.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        : IsDay ? local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private bool IsDay => local.TimeOfDay == TimeSpan.Zero;
}
