namespace Avance.Functions.Plans.Import;

/// <summary>The sheet Actividades.</summary>
internal static class ActivitySheet
{
    /// <summary>The activities whose number can be read; where another cell is wrong, a problem says so.</summary>
    /// <param name="units">Null if the units cannot be read: then the names of units are not checked here.</param>
    public static List<Activity> Parse(SheetReader sheet, UnitNames? units)
    {
        var activities = new List<Activity>();
        var rows = new Dictionary<ActivityNumber, RowReader>();
        foreach (var row in sheet.Rows)
        {
            var number = row.Value<ActivityNumber>(ActivityColumns.Number);
            var title = row.Text(ActivityColumns.Title, 1_000);
            var unit = row.Unit(ActivityColumns.ResponsibleUnit, units);
            var supporting = row.List(ActivityColumns.SupportingUnits, 1_000, ';', ',', '\n')
                .Select(name => row.FindUnit(ActivityColumns.SupportingUnits, name, units) ?? default)
                .Distinct()
                .ToList();
            var activity = new Activity(
                number ?? default,
                title,
                unit ?? default,
                row.Text(ActivityColumns.SubUnit, 200, required: false),
                [.. supporting],
                row.Text(ActivityColumns.UnitOfMeasure, 300),
                row.Text(ActivityColumns.EvidenceRequirement, 2_000)
            );
            if (number is not { } key)
            {
                continue;
            }

            if (rows.TryAdd(key, row))
            {
                activities.Add(activity);
            }
            else
            {
                row.AddProblem(ActivityColumns.Number, "repeated", rows[key].Number);
            }
        }

        return activities;
    }
}
