namespace Avance.Functions.Reports.Tables;

/// <summary>An activity with a goal in the period's year.</summary>
/// <param name="Activity">Its number.</param>
/// <param name="ActivityKey">Its row in dimactivity.</param>
/// <param name="Title">What is done.</param>
/// <param name="Unit">Code of the responsible unit.</param>
/// <param name="UnitKey">Its row in dimunit.</param>
/// <param name="SubUnit">The office within it; empty if the plan names none.</param>
/// <param name="UnitOfMeasure">What its goals count.</param>
/// <param name="Status">Active, Suspended or Reformulated.</param>
/// <param name="MergedInto">The activity that it was merged into; 0 if none.</param>
/// <param name="Programmed">1 if it is in the plan's count, else 0.</param>
/// <param name="FullyExecuted">1 if every goal in the count has reached 100 %, else 0.</param>
/// <param name="Goals">How many goals count in the year.</param>
/// <param name="State">Where its progress of the period stands; NotReported if nothing was sent.</param>
/// <param name="Late">True if the progress of the period was sent after it was due.</param>
/// <param name="DocumentsCited">The documents that the unit cites as proof, a line each; empty for none.</param>
/// <param name="Links">Addresses of evidence kept elsewhere, a line each; empty for none.</param>
/// <param name="Evaluation">What the secretariat wrote of it, with addresses and DNI numbers masked; empty if nothing.</param>
/// <param name="HasEvaluation">1 if the secretariat has evaluated it, else 0.</param>
/// <param name="Notes">Notes of the evaluation, a line each; empty for none.</param>
/// <param name="Files">Files of evidence that were not withdrawn.</param>
/// <param name="Findings">Findings that are raised and were not dismissed.</param>
public sealed record ReportActivityRow(
    int Activity,
    string ActivityKey,
    string Title,
    string Unit,
    string UnitKey,
    string SubUnit,
    string UnitOfMeasure,
    string Status,
    int MergedInto,
    int Programmed,
    int FullyExecuted,
    int Goals,
    string State,
    bool Late,
    string DocumentsCited,
    string Links,
    string Evaluation,
    int HasEvaluation,
    string Notes,
    int Files,
    int Findings
) : IReportRow
{
    public string Key => new Domain.ActivityNumber(Activity).Key;
}
