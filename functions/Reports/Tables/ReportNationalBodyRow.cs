namespace Avance.Functions.Reports.Tables;

/// <summary>
/// A public body in a semester: one that has a plan or a working group, or that a policy or a work plan asks something of.
/// </summary>
/// <param name="Body">Its name or initials.</param>
/// <param name="BodyKey">Its row in dimbody, if it has a plan.</param>
/// <param name="HasGroup">1 if a working group of it, or one that follows a plan of it, is registered, else 0.</param>
/// <param name="Groups">Those groups, with commas; may be empty.</param>
/// <param name="HasPlan">1 if an equality plan of it that has been opened for reporting covers the year, else 0.</param>
/// <param name="Plans">How many such plans it has.</param>
/// <param name="Reports">Complete, Open while more may still be sent, Partial, None, NotDue where no period of its plans has opened in the semester, or NoPlan.</param>
/// <param name="HasReported">1 if something of such a plan was sent, also if it was returned, else 0.</param>
/// <param name="Due">Activities that are to be reported in the period.</param>
/// <param name="Sent">Those of them that were sent and not returned.</param>
/// <param name="Accepted">Those of them that were accepted.</param>
/// <param name="Comparable">How many of its plans are comparable.</param>
/// <param name="AskedBy">How many policies and work plans ask something of it.</param>
/// <param name="Achievements">Achievements recorded from the start of the year, of all its plans.</param>
public sealed record ReportNationalBodyRow(
    string Body,
    string BodyKey,
    int HasGroup,
    string Groups,
    int HasPlan,
    int Plans,
    string Reports,
    int HasReported,
    int Due,
    int Sent,
    int Accepted,
    int Comparable,
    int AskedBy,
    int Achievements
) : IReportRow
{
    public string Key => BodyKey;
}
