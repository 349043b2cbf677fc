using System.Text.Json;
using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Storage;

namespace Avance.Functions.Reports.Rows;

/// <summary>A plan with its units, periods and activities as rows that the other tables point at.</summary>
public sealed record Dimensions(
    DimPlanRow Plan,
    DimBodyRow Body,
    ValueList<DimUnitRow> Units,
    ValueList<DimPeriodRow> Periods,
    ValueList<DimActivityRow> Activities
)
{
    private const int FirstMonthOfSecondSemester = 7;

    /// <summary>Besides the body's row, which belongs to all its plans.</summary>
    public int Rows => 1 + Units.Count + Periods.Count + Activities.Count;

    /// <inheritdoc cref="Report.ChecksumOf"/>
    public string ToChecksum() => Report.ChecksumOf(JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Options));

    /// <param name="calendar">Says when a semester begins and ends.</param>
    public static Dimensions Of(Plan plan, BusinessCalendar calendar) =>
        new(
            PlanRow(plan),
            new DimBodyRow(plan.Header.Body),
            plan.Units.Select(UnitRow).ToValueList(),
            plan.Periods.Select(period => PeriodRow(plan, period, calendar)).ToValueList(),
            plan.Activities.Select(activity => ActivityRow(plan, activity)).ToValueList()
        );

    private static DimPlanRow PlanRow(Plan plan) =>
        new(
            plan.Header.Name,
            plan.Header.Body,
            ReportKeys.OfBody(plan.Header.Body),
            plan.Header.WorkingGroup,
            plan.Header.LegalBasis,
            plan.Header.FirstYear,
            plan.Header.LastYear,
            (double)plan.Header.Settings.GreenFrom,
            (double)plan.Header.Settings.AmberFrom
        );

    private static DimUnitRow UnitRow(Unit unit) =>
        new(unit.Code.ToString(), unit.Name, string.Join(", ", unit.Aliases), unit.Kind.ToString());

    private static DimPeriodRow PeriodRow(Plan plan, ReportingPeriod period, BusinessCalendar calendar)
    {
        var (year, semester) = (period.Id.Year, period.Id.Semester);
        var starts = new DateOnly(year, semester == 1 ? 1 : FirstMonthOfSecondSemester, 1);
        return new DimPeriodRow(
            period.Id.ToString(),
            year,
            semester,
            calendar.StartOf(starts),
            calendar.StartOf(starts.AddMonths(6)),
            period.Opens,
            period.Due,
            period.Closes,
            plan.Periods.Where(other => other.Id.Year == year).All(other => other.Id.CompareTo(period.Id) <= 0) ? 1 : 0,
            plan.Periods.All(other => other.Id.CompareTo(period.Id) <= 0) ? 1 : 0
        );
    }

    private static DimActivityRow ActivityRow(Plan plan, Activity activity) =>
        new(
            activity.Number.Value,
            activity.Title,
            activity.ResponsibleUnit.ToString(),
            ReportKeys.OfUnit(plan.Id, activity.ResponsibleUnit.ToString()),
            activity.SubUnit,
            string.Join(", ", activity.SupportingUnits),
            activity.UnitOfMeasure,
            activity.EvidenceRequirement,
            activity.Status.ToString(),
            activity.MergedInto?.Value ?? 0
        );
}
