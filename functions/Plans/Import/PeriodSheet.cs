namespace Avance.Functions.Plans.Import;

/// <summary>The sheet Periodos.</summary>
internal static class PeriodSheet
{
    public static List<ReportingPeriod> Parse(SheetReader sheet, PlanHeader? header, BusinessCalendar calendar)
    {
        var periods = new List<ReportingPeriod>();
        var rows = new Dictionary<Period, RowReader>();
        foreach (var row in sheet.Rows)
        {
            var id = row.Value<Period>(PeriodColumns.Id);
            if (header is not null && (id?.Year < header.FirstYear || id?.Year > header.LastYear))
            {
                row.AddProblem(PeriodColumns.Id, "year-outside-plan", header.FirstYear, header.LastYear);
            }

            var opens = row.Start(PeriodColumns.Opens, calendar);
            var due = row.End(PeriodColumns.Due, calendar);
            var closes = row.End(PeriodColumns.Closes, calendar);
            if (due <= opens)
            {
                row.AddProblem(PeriodColumns.Due, "due-before-opening");
            }

            if (closes < due)
            {
                row.AddProblem(PeriodColumns.Closes, "closing-before-due");
            }

            if (id is not { } period)
            {
                continue;
            }

            if (rows.TryAdd(period, row))
            {
                periods.Add(new ReportingPeriod(period, opens ?? default, due ?? default, closes ?? default));
            }
            else
            {
                row.AddProblem(PeriodColumns.Id, "repeated", rows[period].Number);
            }
        }

        return periods;
    }
}
