using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.Attendances;

namespace Avance.Functions.Findings.Rules;

/// <summary>Women and men do not add up to the total beside them, or rows to the totals row of their table.</summary>
public sealed class SexSumDiffersRule : IFindingRule
{
    public string Code => "sex-sum-differs";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from item in claim.ReadDocuments()
        from found in item.Facts.Attendance
        let reason = Reason(found)
        where reason is not null
        let women = FindingText.Figure(found.Women ?? 0)
        let men = FindingText.Figure(found.Men ?? 0)
        select RaisedFinding.About(
            item.File,
            item.Document,
            [
                FindingText.Place(item.File, item.Document, found.Where),
                Messages.Text(
                    $"{Code}.{reason}",
                    women,
                    men,
                    FindingText.Figure((found.Women ?? 0) + (found.Men ?? 0)),
                    FindingText.Figure(found.Everyone)
                ),
            ]
        ) with
        {
            Subject = $"{string.Join('/', item.Document.Path)}|{reason}|{found.Women}+{found.Men}/{found.Total}",
            Where = found.Where,
        };

    private static string? Reason(Attendance found) =>
        found.Doubts.Contains(DoubtCode.SumDiffers, StringComparer.Ordinal) ? "Sum"
        : found.Doubts.Contains(DoubtCode.TotalDiffers, StringComparer.Ordinal) ? "Rows"
        : null;
}
