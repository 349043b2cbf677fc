using System.Globalization;
using System.Text.Json.Nodes;
using Avance.Functions.Documents.Reading.Text;
using Avance.Functions.Plans.Import;

namespace Avance.Functions.Plans.Export;

/// <summary>A value of the import format, as JSON and as a cell have it.</summary>
/// <param name="Json">Null if there is none: its member is left out.</param>
/// <param name="Sheet">A <see cref="string"/>, <see cref="decimal"/> or <see cref="DateOnly"/>; an empty text if there is none.</param>
internal readonly record struct PlanCell(Func<JsonNode?> Json, object Sheet)
{
    public static PlanCell Empty { get; } = new(() => null, "");

    public static PlanCell Of(string text) =>
        text.Length == 0 ? Empty : new PlanCell(() => JsonValue.Create(text), text);

    public static PlanCell Of(decimal number) => new(() => JsonValue.Create(number), number);

    public static PlanCell Of(bool yes) => new(() => JsonValue.Create(yes), ImportWords.Of(ImportWords.YesNo, yes));

    public static PlanCell Of(DateOnly day) =>
        new(() => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), day);

    /// <summary>The items of a cell that holds several.</summary>
    public static PlanCell Of(IReadOnlyList<string> items) =>
        items.Count == 0
            ? Empty
            : new PlanCell(
                () => new JsonArray([.. items.Select(item => (JsonNode?)JsonValue.Create(item))]),
                string.Join("; ", items)
            );

    /// <summary>Days, or the word that says that there are to be none.</summary>
    public static PlanCell Of(ValueList<int>? days) =>
        days is null ? Empty
        : days.Count == 0 ? new PlanCell(() => JsonValue.Create(ImportWords.None[^1]), ImportWords.None[0])
        : new PlanCell(
            () => new JsonArray([.. days.Select(day => (JsonNode?)JsonValue.Create(day))]),
            string.Join("; ", days)
        );

    /// <summary>One of several words.</summary>
    public static PlanCell Of<T>((string Word, T Value)[] words, T value) =>
        new(() => JsonValue.Create(ImportWords.InJson(words, value)), ImportWords.Of(words, value));

    /// <summary>The instant at which something begins, as the day or time that an import reads as this instant.</summary>
    public static PlanCell StartOf(DateTimeOffset instant, BusinessCalendar calendar) =>
        Of(DayOrTime.At(calendar.ToLocal(instant).DateTime), instant, moment => moment.AsStart(calendar));

    /// <summary>The instant at which something ends: for 00:00 the day before, which lasts until then.</summary>
    public static PlanCell EndOf(DateTimeOffset instant, BusinessCalendar calendar)
    {
        var local = calendar.ToLocal(instant).DateTime;
        return Of(
            DayOrTime.At(local.TimeOfDay == TimeSpan.Zero ? local.AddDays(-1) : local),
            instant,
            moment => moment.AsEnd(calendar)
        );
    }

    private static PlanCell Of(DayOrTime moment, DateTimeOffset instant, Func<DayOrTime, DateTimeOffset> read)
    {
        // A local time is written in seconds, and may be there twice where clocks are set back. The offset is written as
        // such: of a text that ends in Z a workbook's date is made, which has none.
        var text = $"{moment}";
        if (read(DayOrTime.Parse(text, null)) != instant)
        {
            text = instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
        }

        return new PlanCell(
            () => JsonValue.Create(text),
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : text
        );
    }

    /// <summary>As a text of a CSV file.</summary>
    public string ToText() =>
        Sheet switch
        {
            DateOnly day => CellText.Of(day.ToDateTime(TimeOnly.MinValue)),
            decimal number => ToText(number),
            _ => FormulaText.Escape((string)Sheet),
        };

    /// <summary>Three decimals would be taken for thousands: 1.125 is written 1.1250.</summary>
    private static string ToText(decimal number)
    {
        var text = CellText.Of(number);
        return text.Length > 4 && text[^4] == '.' ? text + "0" : text;
    }
}
