using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>Writes the reports of a plan as its rows at the national level. Pure.</summary>
public static class NationalPlanRules
{
    /// <summary>
    /// A row for each semester of the years that the plan covers, whether it is reported in it or not, so that a body with a plan
    /// that is reported once a year has a plan in both semesters.
    /// </summary>
    public static IReadOnlyDictionary<Period, NationalPlan> Of(PlanReports reports)
    {
        // A row of an earlier version of the app does not say what the plan is: it is left out until it is compiled again.
        var known = reports with
        {
            Periods = reports.Periods.Where(one => one.Value.Kind.Length > 0).ToDictionary(),
        };
        return known.Periods.Count == 0
            ? new Dictionary<Period, NationalPlan>()
            : PeriodsOf(known).ToDictionary(period => period, period => Of(known, period));
    }

    /// <summary>Why the execution and compliance of a plan cannot stand beside those of others; empty if they can.</summary>
    /// <param name="report">Null if the plan is not reported in the semester.</param>
    public static string NotComparable(ReportPlanRow? report) =>
        report switch
        {
            null => "NoPeriod",
            // Indicators and deliveries measure something else than the activities of an equality plan.
            { Kind: not nameof(PlanKind.Sector) } => "OtherKind",
            { Programmed: 0 } => "NothingDue",
            { Closed: 0 } => "Open",
            // If nothing was sent, the level of 0 % does not tell what was done.
            { Reported: 0 } => "NothingSent",
            _ => "",
        };

    private static IEnumerable<Period> PeriodsOf(PlanReports reports)
    {
        var latest = LatestOf(reports);
        var covered =
            from year in Enumerable.Range(latest.FirstYear, Math.Max(0, latest.LastYear - latest.FirstYear + 1))
            from semester in Enumerable.Range(1, 2)
            select new Period(year, semester);
        return covered.Union(reports.Periods.Keys).Order();
    }

    private static ReportPlanRow LatestOf(PlanReports reports) => reports.Periods.MaxBy(one => one.Key).Value;

    private static NationalPlan Of(PlanReports reports, Period period)
    {
        var report = reports.Periods.GetValueOrDefault(period);
        var named = report ?? LatestOf(reports);
        var bodyKey = ReportKeys.OfBody(named.Body);
        var themes = reports
            .Achievements[period]
            .GroupBy(row => ReportKeys.OfCode(row.Theme), StringComparer.Ordinal)
            .OrderBy(theme => theme.Key, StringComparer.Ordinal)
            .Select(theme => new ReportNationalThemeRow(
                reports.Plan.ToString(),
                named.Body,
                bodyKey,
                theme.First().Theme,
                theme.Key,
                theme.Count(),
                theme.Sum(row => row.People)
            ))
            .ToValueList();
        var reason = NotComparable(report);
        var figures = report is null ? Nothing(named) : report;
        return new NationalPlan(
            new ReportNationalPlanRow(
                reports.Plan.ToString(),
                named.Name,
                named.Body,
                bodyKey,
                named.WorkingGroup,
                named.Kind,
                report is null ? 0 : 1,
                figures.Closed,
                figures.Due,
                figures.Sent,
                figures.Accepted,
                figures.Returned,
                figures.Reported,
                figures.Programmed,
                figures.FullyExecuted,
                figures.ExecutionLevel,
                figures.Compliance,
                figures.CappedCompliance,
                figures.UnitsInMean,
                reason.Length == 0 ? 1 : 0,
                reason,
                figures.IndicatorsExceeded,
                figures.IndicatorsNotMet,
                figures.IndicatorsNoInformation,
                figures.DeliveriesOwed,
                figures.DeliveriesMade,
                themes.Sum(theme => theme.Achievements),
                named.Bodies
            ),
            themes
        );
    }

    private static ReportPlanRow Nothing(ReportPlanRow named) =>
        named with
        {
            Closed = 0,
            Due = 0,
            Sent = 0,
            Accepted = 0,
            Returned = 0,
            Reported = 0,
            Programmed = 0,
            FullyExecuted = 0,
            ExecutionLevel = 0,
            Compliance = 0,
            CappedCompliance = 0,
            UnitsInMean = 0,
            IndicatorsExceeded = 0,
            IndicatorsNotMet = 0,
            IndicatorsNoInformation = 0,
            DeliveriesOwed = 0,
            DeliveriesMade = 0,
        };
}
