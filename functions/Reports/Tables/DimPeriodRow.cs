namespace Avance.Functions.Reports.Tables;

/// <summary>A period of a plan.</summary>
/// <param name="Period">Its name, 2023-II.</param>
/// <param name="Year">Its year.</param>
/// <param name="Semester">1 or 2.</param>
/// <param name="Starts">The first day of the semester, at 00:00 of the plan's time zone.</param>
/// <param name="Ends">The first day after it, likewise.</param>
/// <param name="Opens">From when on units may report.</param>
/// <param name="Due">From when on a submission is late.</param>
/// <param name="Closes">From when on nothing is accepted.</param>
/// <param name="IsYearEnd">1 for the last period of its year, whose figures are the year's; else 0.</param>
/// <param name="IsPlanEnd">1 for the last period of the plan; else 0.</param>
public sealed record DimPeriodRow(
    string Period,
    int Year,
    int Semester,
    DateTimeOffset Starts,
    DateTimeOffset Ends,
    DateTimeOffset Opens,
    DateTimeOffset Due,
    DateTimeOffset Closes,
    int IsYearEnd,
    int IsPlanEnd
) : IReportRow
{
    public string Key => Period;
}
