namespace Avance.Functions.Reports.Tables;

/// <summary>A file that was uploaded for an activity in the period and not withdrawn. Its name is left out: it may name persons.</summary>
/// <param name="Evidence">Its id.</param>
/// <param name="Activity">The activity that it proves.</param>
/// <param name="ActivityKey">Its row in dimactivity.</param>
/// <param name="Unit">Code of the responsible unit.</param>
/// <param name="UnitKey">Its row in dimunit.</param>
/// <param name="Type">What kind of document it is, for example AttendanceList; Unknown if nothing says so.</param>
/// <param name="Format">The format by its content, for example Pdf; empty until it is read.</param>
/// <param name="Number">The document's own number, normalised; empty if none was found.</param>
/// <param name="HasNumber">1 if a number was found, else 0.</param>
/// <param name="State">Received, Reading, Read, Unreadable or Rejected.</param>
/// <param name="Sent">1 if it is in the manifest of what was last sent, else 0.</param>
/// <param name="Documents">Documents in it: 1, or more for a ZIP or a mail; 0 until it is read.</param>
/// <param name="Pages">Pages of the document; 0 for formats without pages.</param>
/// <param name="UsedOcr">1 if text of pictures was recognised, else 0.</param>
/// <param name="Women">Women in its list or table; 0 if none was read.</param>
/// <param name="Men">Men in its list or table; 0 if none was read.</param>
/// <param name="People">People in its list or table; 0 if none was read.</param>
/// <param name="HasAttendance">1 if people were counted in a list or table without a doubt, and everywhere alike, else 0: filter on it before you add up.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its content: equal files have equal values.</param>
/// <param name="UploadedAt">When it had arrived.</param>
public sealed record ReportEvidenceRow(
    string Evidence,
    int Activity,
    string ActivityKey,
    string Unit,
    string UnitKey,
    string Type,
    string Format,
    string Number,
    int HasNumber,
    string State,
    int Sent,
    int Documents,
    int Pages,
    int UsedOcr,
    long Women,
    long Men,
    long People,
    int HasAttendance,
    long Size,
    string Sha256,
    DateTimeOffset UploadedAt
) : IReportRow
{
    public string Key => $"{new Domain.ActivityNumber(Activity).Key}|{Evidence}";
}
