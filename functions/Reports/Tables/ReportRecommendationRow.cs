namespace Avance.Functions.Reports.Tables;

/// <summary>A recommendation to a unit, as the secretariat left it; dropped ones are not in the table.</summary>
/// <param name="Recommendation">Its id.</param>
/// <param name="Place">Its place in the report, from 1.</param>
/// <param name="Unit">Code of the unit that it is for.</param>
/// <param name="UnitKey">Its row in dimunit.</param>
/// <param name="Activity">The activity that it names; 0 for none.</param>
/// <param name="ActivityKey">Its row in dimactivity; empty for none.</param>
/// <param name="Document">The document that it names; empty for none.</param>
/// <param name="Reason">Why it was drafted, for example NumberMissing; Added if a person wrote it.</param>
/// <param name="Origin">Drafted, Edited or Added.</param>
/// <param name="Text">What is recommended, with addresses and DNI numbers masked.</param>
public sealed record ReportRecommendationRow(
    string Recommendation,
    int Place,
    string Unit,
    string UnitKey,
    int Activity,
    string ActivityKey,
    string Document,
    string Reason,
    string Origin,
    string Text
) : IReportRow
{
    public string Key => Recommendation;
}
