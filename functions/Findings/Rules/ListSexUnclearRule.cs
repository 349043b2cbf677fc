using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.Attendances;

namespace Avance.Functions.Findings.Rules;

/// <summary>A list from which women and men cannot be counted: rows without a sex that can be read, or an M that may mean either.</summary>
public sealed class ListSexUnclearRule : IFindingRule
{
    public string Code => "list-sex-unclear";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from item in claim.ReadDocuments()
        from found in item.Facts.Attendance
        let reason = Reason(found)
        where reason is not null
        let without = found.Everyone - (found.Women ?? 0) - (found.Men ?? 0)
        select RaisedFinding.About(
            item.File,
            item.Document,
            [
                FindingText.Place(item.File, item.Document, found.Where),
                Messages.Text(
                    found.Unread.Count == 0 ? $"{Code}.{reason}" : $"{Code}.{reason}Words",
                    FindingText.Figure(without),
                    FindingText.Figure(found.Everyone),
                    FindingText.Names(found.Unread)
                ),
            ]
        ) with
        {
            Subject = $"{string.Join('/', item.Document.Path)}|{reason}|{without}/{found.Everyone}",
            Where = found.Where,
        };

    private static string? Reason(Attendance found) =>
        found.Doubts.Contains(DoubtCode.SexAmbiguous, StringComparer.Ordinal) ? "Ambiguous"
        : found.Doubts.Contains(DoubtCode.SexUnread, StringComparer.Ordinal) ? "Unread"
        : null;
}
