using Avance.Functions.Plans;

namespace Avance.Functions.Reports.Successors;

/// <summary>The periods proposed for the next plan. Pure.</summary>
internal static class SuccessorPeriods
{
    /// <summary>Those of the plan, on the same days some years later; 29 February becomes the 28th.</summary>
    public static IEnumerable<ReportingPeriod> Of(Plan plan, SuccessorYears years, BusinessCalendar calendar)
    {
        foreach (var (year, source) in years.From(plan.Header))
        {
            foreach (var period in plan.Periods.Where(period => period.Id.Year == source))
            {
                yield return new ReportingPeriod(
                    new Period(year, period.Id.Semester),
                    Shift(period.Opens, year - source),
                    Shift(period.Due, year - source),
                    Shift(period.Closes, year - source)
                );
            }
        }

        DateTimeOffset Shift(DateTimeOffset instant, int by) =>
            calendar.InstantOf(calendar.ToLocal(instant).DateTime.AddYears(by));
    }
}
