using Avance.Functions.Documents;

namespace Avance.Functions.Findings.Rules;

/// <summary>
/// A document with nearly the same text is given for another claim too. The other unit's file name is not shown, since
/// it may name people.
/// </summary>
public sealed class NearDuplicateRule : IFindingRule
{
    public string Code => "near-duplicate";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        // Files with the same bytes or the same number already have a finding.
        var alreadyReported = claim
            .EvidenceMatches.Where(same => same.Kind != EvidenceMatchKind.NearDuplicate)
            .Select(same => (same.File, same.Elsewhere))
            .ToHashSet();
        return from same in claim.EvidenceMatches
            where same.Kind == EvidenceMatchKind.NearDuplicate && same.Elsewhere != claim.Address
            where !alreadyReported.Contains((same.File, same.Elsewhere)) && !SameTextOtherNumberRule.Differ(same)
            join file in claim.Files on same.File equals file.Id
            select new RaisedFinding(
                $"{same.Elsewhere.Key}|{same.OtherFile}|{string.Join('/', same.Path)}",
                [
                    same.Path.Count == 0 ? file.Name : same.Path[^1],
                    // Rounded down: 99.6 % is not all of it.
                    FindingText.Figure(Math.Floor((decimal)same.Similarity * 100)),
                    $"{same.Elsewhere.Activity}",
                    $"{same.Elsewhere.Period}",
                ]
            )
            {
                File = file.Id,
                Where = new ReadLocation(same.Path),
                Elsewhere = same.Elsewhere,
            };
    }
}
