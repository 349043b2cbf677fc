namespace Avance.Functions.Reports.Tables;

/// <summary>A problem, an improvement action or an achievement of an activity in the period.</summary>
/// <param name="Factor">Its place among those of the activity: who wrote it, kind and number.</param>
/// <param name="Activity">The activity.</param>
/// <param name="ActivityKey">Its row in dimactivity.</param>
/// <param name="Unit">Code of the responsible unit.</param>
/// <param name="UnitKey">Its row in dimunit.</param>
/// <param name="Kind">Problem, ImprovementAction or Achievement.</param>
/// <param name="Author">Who wrote it: Unit or Secretariat.</param>
/// <param name="Text">As it was written, with addresses and DNI numbers masked.</param>
public sealed record ReportFactorRow(
    string Factor,
    int Activity,
    string ActivityKey,
    string Unit,
    string UnitKey,
    string Kind,
    string Author,
    string Text
) : IReportRow
{
    public string Key => $"{new Domain.ActivityNumber(Activity).Key}|{Factor}";
}
