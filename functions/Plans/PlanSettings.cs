using System.Text.Json.Serialization;

namespace Avance.Functions.Plans;

/// <summary>What a plan decides for itself about its figures, reminders and achievements.</summary>
/// <param name="GreenFrom">Percent from which the traffic light is green, 0 to 1,000; 95 unless the plan says otherwise.</param>
/// <param name="AmberFrom">Percent from which it is amber, at most <paramref name="GreenFrom"/>; 75 unless the plan says otherwise.</param>
/// <param name="CapPercents">True adds a view in which no goal counts more than 100 %. The uncapped figures stay.</param>
/// <param name="FirstPeriod">The first period that is reported in Avance; earlier ones were reported on paper and are not compiled.</param>
public sealed record PlanSettings(
    decimal GreenFrom = 95,
    decimal AmberFrom = 75,
    bool CapPercents = false,
    Period? FirstPeriod = null
)
{
    /// <summary>The longest time before or after a deadline that reminders go out, in days.</summary>
    public const int MaxReminderDays = 99;

    /// <summary>The most reminders before a deadline, and after it.</summary>
    public const int MaxReminders = 12;

    /// <summary>The most themes of achievements.</summary>
    public const int MaxThemes = 30;

    /// <summary>The longest theme, in characters.</summary>
    public const int MaxTheme = 100;

    private const string ThemeWords = "achievement-themes";

    private static readonly ValueList<int> DefaultDaysBefore = [30, 15, 7, 3, 1, 0];
    private static readonly ValueList<int> DefaultDaysAfter = [1, 7];
    private static readonly ValueList<string> DefaultThemes = Messages
        .Text($"{ThemeWords}.Usual")
        .Split(';', StringSplitOptions.TrimEntries)
        .ToValueList();

    /// <summary>How many days before a deadline units are reminded, the most first; null for the usual days.</summary>
    public ValueList<int>? RemindBefore { get; init; }

    /// <summary>How many days after it, the fewest first; null for the usual days.</summary>
    public ValueList<int>? RemindAfter { get; init; }

    /// <summary>The themes under which achievements are told, in the order of the report; null for the usual ones.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<string>? AchievementThemes { get; init; }

    /// <summary>The days before a deadline on which reminders go out; empty for none.</summary>
    [JsonIgnore]
    public ValueList<int> DaysBefore => RemindBefore ?? DefaultDaysBefore;

    /// <summary>The days after it on which reminders go out; empty for none.</summary>
    [JsonIgnore]
    public ValueList<int> DaysAfter => RemindAfter ?? DefaultDaysAfter;

    /// <summary>The themes under which achievements are recorded; at least one.</summary>
    [JsonIgnore]
    public ValueList<string> Themes => AchievementThemes ?? DefaultThemes;
}
