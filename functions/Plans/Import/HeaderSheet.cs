namespace Avance.Functions.Plans.Import;

/// <summary>The sheet Plan.</summary>
internal static class HeaderSheet
{
    /// <summary>What the file says that it is, without a problem where that cannot be read: <see cref="Parse"/> notes it.</summary>
    public static PlanKind KindOf(SheetReader sheet) =>
        sheet.Rows is [var row] && row.FindChoice(PlanColumns.Kind, ImportWords.PlanKinds) is { } kind
            ? kind
            : PlanKind.Sector;

    /// <summary>
    /// The policy that a work plan names; null if it names none, and with a problem if what stands there is no plan's id or the
    /// plan is of another kind.
    /// </summary>
    public static PlanId? PolicyOf(SheetReader sheet, bool isWorkPlan)
    {
        if (sheet.Rows is not [var row] || row.IsEmpty(PlanColumns.Policy))
        {
            return null;
        }

        if (!isWorkPlan)
        {
            row.AddProblem(PlanColumns.Policy, "policy-not-expected");
            return null;
        }

        return row.Value<PlanId>(PlanColumns.Policy);
    }

    /// <summary>The header, or null if a field of it is wrong.</summary>
    public static PlanHeader? Parse(SheetReader sheet)
    {
        if (sheet.Rows is not [var row])
        {
            return null;
        }

        var first = row.Year(PlanColumns.FirstYear);
        var last = row.Year(PlanColumns.LastYear);
        var kind = row.IsEmpty(PlanColumns.Kind)
            ? PlanKind.Sector
            : row.Choice(PlanColumns.Kind, ImportWords.PlanKinds);
        var header = new PlanHeader(
            row.Text(PlanColumns.Name, 500),
            row.Text(PlanColumns.Body, 100),
            row.Text(PlanColumns.WorkingGroup, 100),
            row.Text(PlanColumns.LegalBasis, 500),
            first ?? 0,
            last ?? 0,
            ParseSettings(row, first, last)
        )
        {
            Kind = kind ?? PlanKind.Sector,
        };
        if (last < first)
        {
            row.AddProblem(PlanColumns.LastYear, "last-year", first);
        }

        return row.HasProblems ? null : header;
    }

    private static IReadOnlyList<int>? ParseDays(RowReader row, Column column, int min) =>
        row.IsEmpty(column) ? null : row.Days(column, min, PlanSettings.MaxReminderDays, PlanSettings.MaxReminders);

    private static IReadOnlyList<string>? ParseThemes(RowReader row) =>
        row.IsEmpty(PlanColumns.AchievementThemes)
            ? null
            : row.Names(PlanColumns.AchievementThemes, PlanSettings.MaxTheme, PlanSettings.MaxThemes);

    private static PlanSettings ParseSettings(RowReader row, int? first, int? last)
    {
        var standard = new PlanSettings();
        var green = row.IsEmpty(PlanColumns.GreenFrom)
            ? standard.GreenFrom
            : row.Decimal(PlanColumns.GreenFrom, 0, 1_000);
        var amber = row.IsEmpty(PlanColumns.AmberFrom)
            ? standard.AmberFrom
            : row.Decimal(PlanColumns.AmberFrom, 0, 1_000);
        if (amber > green)
        {
            row.AddProblem(PlanColumns.AmberFrom, "amber-above-green", green);
        }

        Period? firstPeriod = row.IsEmpty(PlanColumns.FirstPeriod) ? null : row.Value<Period>(PlanColumns.FirstPeriod);
        if (first <= last && firstPeriod is { } period && (period.Year < first || period.Year > last))
        {
            row.AddProblem(PlanColumns.FirstPeriod, "year-outside-plan", first, last);
        }

        var cap = row.IsEmpty(PlanColumns.CapPercents)
            ? standard.CapPercents
            : row.Choice(PlanColumns.CapPercents, ImportWords.YesNo);
        return new PlanSettings(green ?? 0, amber ?? 0, cap ?? false, firstPeriod)
        {
            RemindBefore = ParseDays(row, PlanColumns.RemindBefore, 0) is { } before
                ? [.. before.OrderDescending()]
                : null,
            // Day 0, the deadline itself, is one of the days before.
            RemindAfter = ParseDays(row, PlanColumns.RemindAfter, 1) is { } after ? [.. after.Order()] : null,
            AchievementThemes = ParseThemes(row) is { } themes ? [.. themes] : null,
        };
    }
}
