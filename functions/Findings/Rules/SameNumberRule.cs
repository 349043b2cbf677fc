using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Findings.Rules;

/// <summary>
/// The same document is given as proof of another claim. One report may prove two activities, so a person decides; the
/// aim is to find people counted twice.
/// </summary>
public sealed class SameNumberRule : IFindingRule
{
    public string Code => "same-number";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        claim
            .EvidenceMatches.Where(same => same is { Kind: EvidenceMatchKind.SameNumber, Number: not null })
            .Where(same => same.Elsewhere != claim.Address)
            // A report that is cited and sent as well is one document.
            .GroupBy(same => Key(same.Number!.Document, same.Elsewhere), StringComparer.Ordinal)
            .Select(document => Raise(document.Key, Said(document)));

    private static string Key(DocumentNumber number, ClaimAddress elsewhere) =>
        $"{number.Series}|{number.IndexKey}|{elsewhere.Key}";

    /// <summary>As the claim cites it, if it does; else as the file bears it.</summary>
    private static EvidenceMatch Said(IEnumerable<EvidenceMatch> document) =>
        document
            .OrderBy(same => same.File is not null)
            .ThenBy(same => same.File?.ToString() ?? "", StringComparer.Ordinal)
            .ThenByDescending(same => same.Match)
            .ThenBy(same => same.Number!.Normalised, StringComparer.Ordinal)
            .ThenBy(same => (same.OtherNumber ?? same.Number!).Raw, StringComparer.Ordinal)
            .First();

    private static RaisedFinding Raise(string subject, EvidenceMatch said) =>
        new(
            subject,
            [
                said.Number!.Normalised,
                $"{said.Elsewhere.Activity}",
                $"{said.Elsewhere.Period}",
                (said.OtherNumber ?? said.Number).Raw,
            ]
        )
        {
            File = said.File,
            Where = said.File is null ? null : said.Number.Where,
            Elsewhere = said.Elsewhere,
        };
}
