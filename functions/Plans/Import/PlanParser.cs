using Avance.Functions.Plans.Policies;
using Avance.Functions.Plans.WorkPlans;

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
        var planSheet = Open(PlanFormat.Plan);
        var sheets = PlanFormat.SheetsOf(HeaderSheet.KindOf(planSheet));
        foreach (var unknown in file.Sheets.Where(sheet => !PlanFormat.Has(sheets, sheet.Name)))
        {
            var known = string.Join(", ", sheets.Select(format => file.IsJson ? format.Name : format.Title));
            problems.Add(ImportProblem.Of(unknown.Name, null, null, unknown.Name, "sheet-unknown", known));
        }

        var header = HeaderSheet.Parse(planSheet);
        var unitSheet = Open(PlanFormat.Units);
        var units = UnitSheet.Parse(unitSheet);
        var names = unitSheet.IsReadable ? new UnitNames(units, current) : null;
        var reference = HeaderSheet.PolicyOf(planSheet, sheets.Contains(PlanFormat.Products));
        Policy? policy = null;
        WorkPlan? workPlan = null;
        List<Activity> activities;
        List<Goal> goals;
        if (sheets.Contains(PlanFormat.Indicators))
        {
            (policy, activities, goals) = PolicyParser.Parse(Open, current, header, names, calendar);
        }
        else if (sheets.Contains(PlanFormat.Products))
        {
            var products = ProductSheet.Parse(
                Open(PlanFormat.Products),
                names,
                header,
                reference ?? current?.WorkPlan?.Policy
            );
            // What bodies owe is made when the products are merged into the plan.
            workPlan = new WorkPlan(reference, [.. products.OrderBy(product => product.Number)], []);
            (activities, goals) = ([], []);
        }
        else
        {
            var activitySheet = Open(PlanFormat.Activities);
            activities = ActivitySheet.Parse(activitySheet, names);
            goals = GoalSheet.Parse(
                Open(PlanFormat.Goals),
                activitySheet.IsReadable ? KnownActivities(activities, current) : null,
                header
            );
        }

        var periods = PeriodSheet.Parse(Open(PlanFormat.Periods), header, calendar);
        units = ContactSheet.Parse(Open(PlanFormat.Contacts), units);
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
                )
                {
                    Policy = policy,
                    WorkPlan = workPlan,
                },
                problems
            );

        SheetReader Open(SheetFormat format) => SheetReader.Open(file, format, problems);
    }

    private static HashSet<ActivityNumber> KnownActivities(IEnumerable<Activity> activities, Plan? current) =>
        [.. activities.Concat(current?.Activities ?? []).Select(activity => activity.Number)];
}
