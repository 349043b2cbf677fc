namespace Avance.Functions.Reports.Tables;

/// <summary>
/// A figure of a semester, a year or the plan as a whole, so that they stand beside each other. Filter on View and Level
/// before you add up.
/// </summary>
/// <param name="View">Semester, Year or Plan.</param>
/// <param name="OfYear">The year; 0 for the plan as a whole.</param>
/// <param name="OfSemester">1 or 2 for a semester, counted from the start of its year; else 0.</param>
/// <param name="Level">Plan, Unit or Activity.</param>
/// <param name="Unit">Code or name of the unit; empty for the plan.</param>
/// <param name="UnitKey">Its row in dimunit; empty if the plan has no such unit.</param>
/// <param name="Activity">The activity; 0 for plan and unit.</param>
/// <param name="ActivityKey">Its row in dimactivity; empty for plan and unit.</param>
/// <param name="Programmed">Activities in the count; 0 for a unit or activity of an imported year.</param>
/// <param name="FullyExecuted">Those with every goal at 100 % or more.</param>
/// <param name="Percent">Execution level of the plan, compliance of a unit, mean percent of an activity's goals; unrounded.</param>
/// <param name="PercentShown">The same rounded half away from zero: to one decimal for the plan, else to none.</param>
/// <param name="HasPercent">1 if there is a percent, else 0.</param>
/// <param name="Imported">1 if the figure was imported, not computed from what units reported; else 0.</param>
/// <param name="Source">Where an imported figure comes from; empty for a computed one.</param>
public sealed record ReportHistoryRow(
    string View,
    int OfYear,
    int OfSemester,
    string Level,
    string Unit,
    string UnitKey,
    int Activity,
    string ActivityKey,
    int Programmed,
    int FullyExecuted,
    double Percent,
    double PercentShown,
    int HasPercent,
    int Imported,
    string Source
) : IReportRow
{
    public string Key =>
        Level switch
        {
            "Unit" => $"{View}|{OfYear}|{OfSemester}|unit|{ReportKeys.OfBody(Unit)}",
            "Activity" => $"{View}|{OfYear}|{OfSemester}|activity|{new Domain.ActivityNumber(Activity).Key}",
            _ => $"{View}|{OfYear}|{OfSemester}|plan",
        };
}
