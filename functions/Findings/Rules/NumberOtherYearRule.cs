using Avance.Functions.Documents.Facts.Kinds;
using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Findings.Rules;

/// <summary>
/// A document of another year does not prove what was done in this one. Until the period closes, a report may bear the
/// number of the year in which it is written: the second semester is reported in January.
/// </summary>
public sealed class NumberOtherYearRule : IFindingRule
{
    /// <summary>Months after the period is due in which a report may still be written: a period is reopened for years.</summary>
    private const int MonthsToWrite = 6;

    public string Code => "number-other-year";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        // A period that closes with the last day of a year closes at 00:00 of the next.
        var (closes, written) = (claim.Period.Closes.AddDays(-1), claim.Period.Due.AddMonths(MonthsToWrite));
        var (first, last) = (claim.Period.Id.Year, (closes < written ? closes : written).Year);
        var norms = RequiredEvidence.Of(claim.Activity).Forms.Contains(DocumentKind.Resolution);
        var cited = (claim.Claim is { } sent ? DocumentNumbers.CitedBy(sent.DocumentsCited) : [])
            .Where(IsOfAnotherYear)
            .Select(reference => Raise(claim, reference))
            .ToList();
        var known = cited.Select(finding => finding.Subject).ToHashSet(StringComparer.Ordinal);
        var own = claim
            .ReadDocuments()
            .Select(item => (item.File, Number: DocumentNumbers.OwnOf(item.Document)))
            .Where(item => item.Number is not null && IsOfAnotherYear(item.Number))
            .Select(item => Raise(claim, item.Number!) with { File = item.File.Id, Where = item.Number!.Where })
            .Where(finding => !known.Contains(finding.Subject));
        return cited.Concat(own);

        // A norm or agreement is cited as the ground of what was done, whatever its year.
        bool IsOfAnotherYear(DocumentReference reference) =>
            reference.Document.Year is { } year
            && (year < first || year > last)
            && (norms || !ReferenceTypes.IsNorm(reference.Document.Type));
    }

    private static RaisedFinding Raise(ExaminedClaim claim, DocumentReference reference) =>
        new(reference.Normalised, [reference.Normalised, $"{reference.Document.Year}", $"{claim.Period.Id}"]);
}
