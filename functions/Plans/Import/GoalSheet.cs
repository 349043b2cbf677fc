namespace Avance.Functions.Plans.Import;

/// <summary>The sheet Metas.</summary>
internal static class GoalSheet
{
    /// <param name="activities">The activities that goals may belong to; null if they cannot be read.</param>
    /// <param name="header">Says the years of the plan; null if it cannot be read.</param>
    public static List<Goal> Parse(SheetReader sheet, IReadOnlySet<ActivityNumber>? activities, PlanHeader? header)
    {
        var goals = new List<Goal>();
        var rows = new Dictionary<(ActivityNumber, int), RowReader>();
        foreach (var row in sheet.Rows)
        {
            var activity = row.Value<ActivityNumber>(GoalColumns.Activity);
            if (activity is { } named && activities?.Contains(named) == false)
            {
                row.AddProblem(GoalColumns.Activity, "activity-unknown");
            }

            var year = row.Year(GoalColumns.Year);
            var target = row.Decimal(GoalColumns.Target, 0, Goal.MaxTarget);
            var measure = row.Choice(GoalColumns.Measure, ImportWords.Measures);
            int? carriedTo = row.IsEmpty(GoalColumns.CarriedTo) ? null : row.Year(GoalColumns.CarriedTo);
            CheckYears(row, year, carriedTo, header);
            if (activity is not { } number || year is not { } of)
            {
                continue;
            }

            if (rows.TryAdd((number, of), row))
            {
                goals.Add(new Goal(number, of, target ?? 0, measure ?? GoalMeasure.Count, carriedTo));
            }
            else
            {
                row.AddProblem(GoalColumns.Year, "goal-repeated", number, of, rows[(number, of)].Number);
            }
        }

        return goals;
    }

    /// <summary>A goal counts in a year of the plan: its own, or the one that it was carried to.</summary>
    private static void CheckYears(RowReader row, int? year, int? carriedTo, PlanHeader? header)
    {
        if (carriedTo <= year)
        {
            row.AddProblem(GoalColumns.CarriedTo, "carried-back", year);
        }

        if (header is null)
        {
            return;
        }

        if (carriedTo < header.FirstYear || carriedTo > header.LastYear)
        {
            row.AddProblem(GoalColumns.CarriedTo, "year-outside-plan", header.FirstYear, header.LastYear);
        }
        else if (year > header.LastYear || (year < header.FirstYear && carriedTo is null))
        {
            row.AddProblem(GoalColumns.Year, "goal-year-outside-plan", header.FirstYear, header.LastYear);
        }
    }
}
