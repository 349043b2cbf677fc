namespace Avance.Functions.Plans.Import;

/// <summary>Turns the cells of a plan file into a plan, and collects everything that is wrong with them.</summary>
public static class PlanParser
{
    /// <param name="id">The plan of the address.</param>
    /// <param name="file">The file as it was read.</param>
    /// <param name="current">The plan as it is, whose units the file may name by their former names; null if it is new.</param>
    /// <param name="calendar">Says when the days of the file begin and end.</param>
    public static ParsedPlan Parse(PlanId id, RawPlan file, Plan? current, BusinessCalendar calendar)
    {
        var problems = new List<ImportProblem>(file.Problems);
        foreach (var unknown in file.Sheets.Where(sheet => !PlanFormat.Has(sheet.Name)))
        {
            var known = string.Join(", ", PlanFormat.Sheets.Select(format => file.IsJson ? format.Name : format.Title));
            problems.Add(ImportProblem.Of(unknown.Name, null, null, unknown.Name, "sheet-unknown", known));
        }

        var header = HeaderSheet.Parse(SheetReader.Open(file, PlanFormat.Plan, problems));
        var unitSheet = SheetReader.Open(file, PlanFormat.Units, problems);
        var units = UnitSheet.Parse(unitSheet);
        var names = unitSheet.IsReadable ? new UnitNames(units, current) : null;
        var activitySheet = SheetReader.Open(file, PlanFormat.Activities, problems);
        var activities = ActivitySheet.Parse(activitySheet, names);
        var goals = GoalSheet.Parse(
            SheetReader.Open(file, PlanFormat.Goals, problems),
            activitySheet.IsReadable ? KnownActivities(activities, current) : null,
            header
        );
        var periods = PeriodSheet.Parse(SheetReader.Open(file, PlanFormat.Periods, problems), header, calendar);
        units = ContactSheet.Parse(SheetReader.Open(file, PlanFormat.Contacts, problems), units);
        return problems.Count > 0 || header is null
            ? new ParsedPlan(null, problems)
            : new ParsedPlan(
                new Plan(
                    id,
                    header,
                    [.. units.OrderBy(unit => unit.Code)],
                    [.. activities.OrderBy(activity => activity.Number)],
                    [.. goals.OrderBy(goal => (goal.Activity, goal.Year))],
                    [.. periods.OrderBy(period => period.Id)]
                ),
                problems
            );
    }

    private static HashSet<ActivityNumber> KnownActivities(IEnumerable<Activity> activities, Plan? current) =>
        [.. activities.Concat(current?.Activities ?? []).Select(activity => activity.Number)];
}
