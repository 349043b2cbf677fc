using Avance.Functions.Plans.Import;

namespace Avance.Functions.Plans.Export;

/// <summary>
/// A plan as the sheets of the import format: importing them again changes nothing. What only amendments set (the status
/// of an activity, former codes) is in no sheet.
/// </summary>
internal static class PlanSheets
{
    /// <summary>Longest list of aliases that an import takes, in characters.</summary>
    private const int MaxAliases = 1_000;

    /// <summary>The sheets without rows, for a plan to be written into.</summary>
    public static IReadOnlyList<PlanSheet> EmptyOf(PlanKind kind) =>
        [.. PlanFormat.SheetsOf(kind).Select(format => new PlanSheet(format, []))];

    /// <param name="withContacts">False leaves the sheet Contactos out: it is personal data.</param>
    /// <param name="calendar">Says which days instants are.</param>
    public static IReadOnlyList<PlanSheet> Of(Plan plan, bool withContacts, BusinessCalendar calendar)
    {
        List<PlanSheet> sheets =
        [
            new(PlanFormat.Plan, [HeaderRow(plan)]),
            new(PlanFormat.Units, [.. plan.Units.Select(UnitRow)]),
            .. RowsOf(plan),
            new(PlanFormat.Periods, [.. plan.Periods.Select(period => PeriodRow(period, calendar))]),
        ];
        if (withContacts && plan.Units.Any(unit => unit.Contacts.Count > 0))
        {
            var rows = plan.Units.SelectMany(unit => unit.Contacts.Select(contact => ContactRow(unit.Code, contact)));
            sheets.Add(new PlanSheet(PlanFormat.Contacts, [.. rows]));
        }

        return sheets;
    }

    /// <summary>What the plan is made of alone: activities and goals, unless it is of another kind.</summary>
    public static IReadOnlyList<PlanSheet> RowsOf(Plan plan) =>
        plan.Policy is { } policy ? PolicyFile.Of(plan, policy)
        : plan.WorkPlan is { } work ? [WorkPlanFile.Of(work)]
        :
        [
            new(PlanFormat.Activities, [.. plan.Activities.Select(ActivityRow)]),
            new(PlanFormat.Goals, [.. plan.Goals.Select(GoalRow)]),
        ];

    private static PlanCell[] HeaderRow(Plan plan)
    {
        var header = plan.Header;
        return
        [
            PlanCell.Of(header.Name),
            header.Kind == PlanKind.Sector ? PlanCell.Empty : PlanCell.Of(ImportWords.PlanKinds, header.Kind),
            PlanCell.Of($"{plan.WorkPlan?.Policy}"),
            PlanCell.Of(header.Body),
            PlanCell.Of(header.WorkingGroup),
            PlanCell.Of(header.LegalBasis),
            PlanCell.Of(header.FirstYear),
            PlanCell.Of(header.LastYear),
            PlanCell.Of($"{header.Settings.FirstPeriod}"),
            PlanCell.Of(header.Settings.GreenFrom),
            PlanCell.Of(header.Settings.AmberFrom),
            PlanCell.Of(header.Settings.CapPercents),
            PlanCell.Of(header.Settings.RemindBefore),
            PlanCell.Of(header.Settings.RemindAfter),
            header.Settings.AchievementThemes is { } themes
                ? PlanCell.Of((IReadOnlyList<string>)themes)
                : PlanCell.Empty,
        ];
    }

    private static PlanCell[] UnitRow(Unit unit) =>
        [
            PlanCell.Of($"{unit.Code}"),
            PlanCell.Of(unit.Name),
            PlanCell.Of(AliasesOf(unit)),
            PlanCell.Of(ImportWords.UnitKinds, unit.Kind),
        ];

    /// <summary>
    /// Those that an import reads as they are. A former name may have a semicolon in it or make the list too long: the
    /// plan keeps it, since aliases are only ever added.
    /// </summary>
    private static List<string> AliasesOf(Unit unit)
    {
        var aliases = new List<string>();
        var length = 0;
        foreach (var alias in unit.Aliases.Where(alias => alias.IndexOfAny([';', '\n']) < 0))
        {
            length += alias.Length + 2;
            if (length <= MaxAliases)
            {
                aliases.Add(alias);
            }
        }

        return aliases;
    }

    private static PlanCell[] ActivityRow(Activity activity) =>
        [
            PlanCell.Of(activity.Number.Value),
            PlanCell.Of(activity.Title),
            PlanCell.Of($"{activity.ResponsibleUnit}"),
            PlanCell.Of(activity.SubUnit),
            PlanCell.Of([.. activity.SupportingUnits.Select(unit => $"{unit}")]),
            PlanCell.Of(activity.UnitOfMeasure),
            PlanCell.Of(activity.EvidenceRequirement),
        ];

    private static PlanCell[] GoalRow(Goal goal) =>
        [
            PlanCell.Of(goal.Activity.Value),
            PlanCell.Of(goal.Year),
            PlanCell.Of(goal.Target),
            PlanCell.Of(ImportWords.Measures, goal.Measure),
            goal.CarriedTo is { } year ? PlanCell.Of(year) : PlanCell.Empty,
        ];

    private static PlanCell[] PeriodRow(ReportingPeriod period, BusinessCalendar calendar) =>
        [
            PlanCell.Of($"{period.Id}"),
            PlanCell.StartOf(period.Opens, calendar),
            PlanCell.EndOf(period.Due, calendar),
            PlanCell.EndOf(period.Closes, calendar),
        ];

    private static PlanCell[] ContactRow(UnitCode unit, Contact contact) =>
        [
            PlanCell.Of($"{unit}"),
            PlanCell.Of(contact.Name),
            PlanCell.Of($"{contact.Address}"),
            PlanCell.Of(ImportWords.ContactRoles, contact.Role),
            PlanCell.Of(contact.Copies),
            PlanCell.Of($"{contact.Group:D}"),
        ];
}
