using Avance.Functions.Documents.Facts;

namespace Avance.Functions.Findings.Rules;

/// <summary>
/// Rows of a list repeat a number of identity, so that it may count people twice. The number itself is not written: findings
/// are read by more people than the list.
/// </summary>
public sealed class PersonRepeatedRule : IFindingRule
{
    public string Code => DoubtCode.PersonRepeated;

    public FindingSeverity Severity => FindingSeverity.Notice;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from item in claim.ReadDocuments()
        from found in item.Facts.Attendance
        where found.Repeated > 0
        select RaisedFinding.About(
            item.File,
            item.Document,
            [
                FindingText.Place(item.File, item.Document, found.Where),
                FindingText.Figure(found.Repeated),
                FindingText.Figure(found.Everyone),
            ]
        ) with
        {
            Subject = $"{string.Join('/', item.Document.Path)}|{found.Repeated}/{found.Everyone}",
            Where = found.Where,
        };
}
