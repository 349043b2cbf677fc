using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>
/// A stage of the reminders of a period, written <c>opening</c>, <c>before-7</c>, <c>overdue-1</c>, <c>returned</c>,
/// <c>digest</c>, <c>manual</c> or <c>receipt</c>; or one of a group: <c>call</c>, <c>agreement</c>, <c>duty</c>.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<ReminderStage>))]
public readonly record struct ReminderStage : ITextValue<ReminderStage>
{
    private ReminderStage(StageKind kind, int days) => (Kind, Days) = (kind, days);

    public static string Expected => "una etapa: opening, before-7, overdue-1, returned, digest o receipt";

    public static ReminderStage Opening { get; } = new(StageKind.Opening, 0);

    public static ReminderStage Returned { get; } = new(StageKind.Returned, 0);

    public static ReminderStage Digest { get; } = new(StageKind.Digest, 0);

    public static ReminderStage Manual { get; } = new(StageKind.Manual, 0);

    public static ReminderStage Receipt { get; } = new(StageKind.Receipt, 0);

    public static ReminderStage Call { get; } = new(StageKind.Call, 0);

    public static ReminderStage Agreement { get; } = new(StageKind.Agreement, 0);

    public static ReminderStage Duty { get; } = new(StageKind.Duty, 0);

    public StageKind Kind { get; }

    /// <summary>Days before or after the deadline, 0 to 99; 0 for the other kinds.</summary>
    public int Days { get; }

    /// <summary>The stages that a period goes through, in the order of their days.</summary>
    public static IEnumerable<ReminderStage> OfAPeriod(PlanSettings settings) =>
        [Opening, .. settings.DaysBefore.Select(Before), .. settings.DaysAfter.Select(Overdue)];

    public static ReminderStage Before(int days) => new(StageKind.Before, days);

    public static ReminderStage Overdue(int days) => new(StageKind.Overdue, days);

    public static ReminderStage Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var stage) ? stage : throw new FormatException($"'{s}' is not a stage.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ReminderStage result)
    {
        ReminderStage? found = s?.Split('-') switch
        {
            ["opening"] => Opening,
            ["returned"] => Returned,
            ["digest"] => Digest,
            ["manual"] => Manual,
            ["receipt"] => Receipt,
            ["call"] => Call,
            ["agreement"] => Agreement,
            ["duty"] => Duty,
            ["before", var text] when Number(text) is { } days => Before(days),
            ["overdue", var text] when Number(text) is { } days and > 0 => Overdue(days),
            _ => null,
        };
        result = found ?? default;
        return found is not null;
    }

    public override string ToString() =>
        Kind switch
        {
            StageKind.Before => string.Create(CultureInfo.InvariantCulture, $"before-{Days}"),
            StageKind.Overdue => string.Create(CultureInfo.InvariantCulture, $"overdue-{Days}"),
            StageKind.Returned => "returned",
            StageKind.Digest => "digest",
            StageKind.Manual => "manual",
            StageKind.Receipt => "receipt",
            StageKind.Call => "call",
            StageKind.Agreement => "agreement",
            StageKind.Duty => "duty",
            _ => "opening",
        };

    private static int? Number(string text) =>
        text is "0" || (!text.StartsWith('0') && text.All(char.IsAsciiDigit))
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days <= PlanSettings.MaxReminderDays
                ? days
                : null
            : null;
}
