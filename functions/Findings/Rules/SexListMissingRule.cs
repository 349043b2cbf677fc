using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.Attendances;
using Avance.Functions.Documents.Facts.Kinds;

namespace Avance.Functions.Findings.Rules;

/// <summary>The plan asks for people told apart by sex, and no document that was sent does so.</summary>
public sealed class SexListMissingRule : IFindingRule
{
    public string Code => "sex-list-missing";

    public FindingSeverity Severity => FindingSeverity.Serious;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        var required = RequiredEvidence.Of(claim.Activity);
        if (!required.BySex || claim.Files.Count == 0 || !claim.SaysDone() || !claim.IsFullyRead())
        {
            return [];
        }

        var documents = claim.ReadDocuments().ToList();
        var counted = documents
            .SelectMany(item => item.Facts.Attendance.Select(found => (item.File, item.Document, Found: found)))
            .Where(item => item.Found.Women is not null || item.Found.Men is not null || IsAmbiguous(item.Found))
            .ToList();
        if (counted.Exists(item => !required.ListBySex || item.Found.Source != AttendanceSource.Sentence))
        {
            return [];
        }

        var reason =
            counted.Count > 0 ? nameof(AttendanceSource.Sentence)
            : documents.Exists(item => HasList(item.Facts)) ? nameof(AttendanceSource.List)
            : "None";
        var hint =
            counted.Count > 0
                ? Messages.Text(
                    $"{Code}.{reason}",
                    FindingText.Place(counted[0].File, counted[0].Document, counted[0].Found.Where)
                )
                : Messages.Text($"{Code}.{reason}");
        return [new RaisedFinding(reason, [claim.Activity.EvidenceRequirement, hint])];
    }

    /// <summary>The list is there; what M means in it is asked by another finding.</summary>
    private static bool IsAmbiguous(Attendance found) =>
        found.Doubts.Contains(DoubtCode.SexAmbiguous, StringComparer.Ordinal);

    private static bool HasList(DocumentFacts facts) =>
        facts.Attendance.Count > 0 || facts.Kinds.Any(mention => mention.Kind == DocumentKind.AttendanceList);
}
