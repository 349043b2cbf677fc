using System.Globalization;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Plans.Import;

/// <summary>The fields of each kind of row that an import may change: all but its key, and the status of an activity.</summary>
internal static class MergeFields
{
    public static IReadOnlyList<MergeField<PlanHeader>> Header { get; } =
    [
        new(PlanColumns.Name, row => row.Name, (row, file) => row with { Name = file.Name }),
        new(PlanColumns.Body, row => row.Body, (row, file) => row with { Body = file.Body }),
        new(
            PlanColumns.WorkingGroup,
            row => row.WorkingGroup,
            (row, file) => row with { WorkingGroup = file.WorkingGroup }
        ),
        new(PlanColumns.LegalBasis, row => row.LegalBasis, (row, file) => row with { LegalBasis = file.LegalBasis }),
        new(PlanColumns.FirstYear, row => Text(row.FirstYear), (row, file) => row with { FirstYear = file.FirstYear }),
        new(PlanColumns.LastYear, row => Text(row.LastYear), (row, file) => row with { LastYear = file.LastYear }),
        Setting(
            PlanColumns.FirstPeriod,
            s => s.FirstPeriod?.ToString() ?? "",
            (s, f) => s with { FirstPeriod = f.FirstPeriod }
        ),
        Setting(PlanColumns.GreenFrom, s => Text(s.GreenFrom), (s, f) => s with { GreenFrom = f.GreenFrom }),
        Setting(PlanColumns.AmberFrom, s => Text(s.AmberFrom), (s, f) => s with { AmberFrom = f.AmberFrom }),
        Setting(
            PlanColumns.CapPercents,
            s => ImportWords.Of(ImportWords.YesNo, s.CapPercents),
            (s, f) => s with { CapPercents = f.CapPercents }
        ),
        Setting(PlanColumns.RemindBefore, s => Text(s.DaysBefore), (s, f) => s with { RemindBefore = f.RemindBefore }),
        Setting(PlanColumns.RemindAfter, s => Text(s.DaysAfter), (s, f) => s with { RemindAfter = f.RemindAfter }),
        Setting(
            PlanColumns.AchievementThemes,
            s => string.Join("; ", s.Themes),
            (s, f) => s with { AchievementThemes = f.AchievementThemes }
        ),
    ];

    public static IReadOnlyList<MergeField<Unit>> Unit { get; } =
    [
        new(UnitColumns.Code, row => row.Code.ToString(), (row, _) => row),
        new(UnitColumns.Name, row => row.Name, (row, file) => row with { Name = file.Name }),
        new(
            UnitColumns.Aliases,
            row => string.Join("; ", row.Aliases),
            (row, file) => row with { Aliases = file.Aliases }
        ),
        new(
            UnitColumns.Kind,
            row => ImportWords.Of(ImportWords.UnitKinds, row.Kind),
            (row, file) => row with { Kind = file.Kind }
        ),
        new(
            UnitColumns.Contacts,
            row => string.Join("; ", row.Contacts),
            (row, file) => row with { Contacts = file.Contacts }
        ),
    ];

    public static IReadOnlyList<MergeField<Activity>> Activity { get; } =
    [
        new(ActivityColumns.Title, row => row.Title, (row, file) => row with { Title = file.Title }),
        new(
            ActivityColumns.ResponsibleUnit,
            row => row.ResponsibleUnit.ToString(),
            (row, file) => row with { ResponsibleUnit = file.ResponsibleUnit }
        ),
        new(ActivityColumns.SubUnit, row => row.SubUnit, (row, file) => row with { SubUnit = file.SubUnit }),
        new(
            ActivityColumns.SupportingUnits,
            row => string.Join("; ", row.SupportingUnits),
            (row, file) => row with { SupportingUnits = file.SupportingUnits }
        ),
        new(
            ActivityColumns.UnitOfMeasure,
            row => row.UnitOfMeasure,
            (row, file) => row with { UnitOfMeasure = file.UnitOfMeasure }
        ),
        new(
            ActivityColumns.EvidenceRequirement,
            row => row.EvidenceRequirement,
            (row, file) => row with { EvidenceRequirement = file.EvidenceRequirement }
        ),
    ];

    /// <summary>What an indicator's activity takes of the sheet Indicadores.</summary>
    public static IReadOnlyList<MergeField<Activity>> IndicatorActivity { get; } =
    [
        new(IndicatorColumns.Title, row => row.Title, (row, file) => row with { Title = file.Title }),
        new(
            IndicatorColumns.ResponsibleBody,
            row => row.ResponsibleUnit.ToString(),
            (row, file) => row with { ResponsibleUnit = file.ResponsibleUnit }
        ),
        .. Activity.Where(field =>
            field.Column == ActivityColumns.UnitOfMeasure || field.Column == ActivityColumns.EvidenceRequirement
        ),
    ];

    public static IReadOnlyList<MergeField<Goal>> Target { get; } =
    [new(IndicatorColumns.Target, row => Text(row.Target), (row, file) => row with { Target = file.Target })];

    public static IReadOnlyList<MergeField<Goal>> Goal { get; } =
    [
        new(GoalColumns.Target, row => Text(row.Target), (row, file) => row with { Target = file.Target }),
        new(
            GoalColumns.Measure,
            row => ImportWords.Of(ImportWords.Measures, row.Measure),
            (row, file) => row with { Measure = file.Measure }
        ),
        new(
            GoalColumns.CarriedTo,
            row => row.CarriedTo is { } year ? Text(year) : "",
            (row, file) => row with { CarriedTo = file.CarriedTo }
        ),
    ];

    /// <param name="calendar">Converts the instants of a period to the days that a file names.</param>
    public static IReadOnlyList<MergeField<ReportingPeriod>> Period(BusinessCalendar calendar) =>
        [
            new(PeriodColumns.Opens, row => Start(row.Opens, calendar), (row, file) => row with { Opens = file.Opens }),
            new(PeriodColumns.Due, row => End(row.Due, calendar), (row, file) => row with { Due = file.Due }),
            new(
                PeriodColumns.Closes,
                row => End(row.Closes, calendar),
                (row, file) => row with { Closes = file.Closes }
            ),
        ];

    private static MergeField<PlanHeader> Setting(
        Column column,
        Func<PlanSettings, string> text,
        Func<PlanSettings, PlanSettings, PlanSettings> take
    ) =>
        new(
            column,
            row => text(row.Settings),
            (row, file) => row with { Settings = take(row.Settings, file.Settings) }
        );

    private static string Text(ValueList<int> days) => days.Count == 0 ? ImportWords.None[0] : string.Join("; ", days);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal number) => CellText.Of(number);

    private static string Start(DateTimeOffset instant, BusinessCalendar calendar) =>
        CellText.Of(calendar.ToLocal(instant).DateTime);

    /// <summary>An end at 00:00 is written as the day before, as files do.</summary>
    private static string End(DateTimeOffset instant, BusinessCalendar calendar)
    {
        var local = calendar.ToLocal(instant).DateTime;
        return CellText.Of(local.TimeOfDay == TimeSpan.Zero ? local.AddDays(-1) : local);
    }
}
