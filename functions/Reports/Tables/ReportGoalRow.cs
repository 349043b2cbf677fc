using System.Globalization;

namespace Avance.Functions.Reports.Tables;

/// <summary>A goal that counts in the period's year.</summary>
/// <param name="Activity">Number of its activity.</param>
/// <param name="ActivityKey">Its row in dimactivity.</param>
/// <param name="GoalYear">The year that it was promised for.</param>
/// <param name="CarriedOver">True if that is an earlier year than the period's.</param>
/// <param name="Unit">Code of the responsible unit.</param>
/// <param name="UnitKey">Its row in dimunit.</param>
/// <param name="Measure">Count or Percent.</param>
/// <param name="Target">How much was promised.</param>
/// <param name="Executed">How much was executed from the start of the year to the end of the period; 0 if no number was given.</param>
/// <param name="ExecutedInPeriod">How much was reported for the period alone; 0 if no number was given.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Percent">Executed ÷ target × 100, unrounded, not capped; 0 if InMean is 0.</param>
/// <param name="PercentShown">The same rounded half away from zero: up to 2 × 10^15, so it has 64 bits.</param>
/// <param name="InMean">1 if the percent counts in the unit's mean, else 0.</param>
/// <param name="FullyExecuted">1 if the percent is 100 or more, else 0.</param>
/// <param name="TrafficLight">Green, Amber, Red, or None where there is no percent.</param>
public sealed record ReportGoalRow(
    int Activity,
    string ActivityKey,
    int GoalYear,
    bool CarriedOver,
    string Unit,
    string UnitKey,
    string Measure,
    double Target,
    double Executed,
    double ExecutedInPeriod,
    string Outcome,
    double Percent,
    long PercentShown,
    int InMean,
    int FullyExecuted,
    string TrafficLight
) : IReportRow
{
    public string Key =>
        string.Create(CultureInfo.InvariantCulture, $"{new Domain.ActivityNumber(Activity).Key}|{GoalYear}");
}
