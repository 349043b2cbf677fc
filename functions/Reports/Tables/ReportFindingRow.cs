namespace Avance.Functions.Reports.Tables;

/// <summary>A finding that is raised on what was reported in the period. Its detail is left out: it may name persons.</summary>
/// <param name="Finding">Its id, without period and activity.</param>
/// <param name="Activity">The activity that it is about.</param>
/// <param name="ActivityKey">Its row in dimactivity.</param>
/// <param name="Unit">Code of the responsible unit.</param>
/// <param name="UnitKey">Its row in dimunit.</param>
/// <param name="Code">The rule that raised it, for example number-missing.</param>
/// <param name="Title">The same in Spanish.</param>
/// <param name="Severity">Notice, Warning or Serious.</param>
/// <param name="State">Open, Explained or Resolved.</param>
/// <param name="Decision">What the secretariat decided: None, Confirm or Dismiss.</param>
/// <param name="Counts">1 if it was not dismissed, else 0.</param>
/// <param name="Evidence">Id of the file that it is about; empty if it is about the claim.</param>
/// <param name="OtherActivity">The other activity, where the same is cited twice; else 0.</param>
/// <param name="RaisedAt">When it was first raised.</param>
public sealed record ReportFindingRow(
    string Finding,
    int Activity,
    string ActivityKey,
    string Unit,
    string UnitKey,
    string Code,
    string Title,
    string Severity,
    string State,
    string Decision,
    int Counts,
    string Evidence,
    int OtherActivity,
    DateTimeOffset RaisedAt
) : IReportRow
{
    public string Key => $"{new Domain.ActivityNumber(Activity).Key}|{Finding}";
}
