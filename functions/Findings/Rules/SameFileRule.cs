namespace Avance.Functions.Findings.Rules;

/// <summary>
/// The same file is given for another claim too. It may be legitimate, as one report for two activities. The other
/// unit's file name is not shown, since it may name people.
/// </summary>
public sealed class SameFileRule : IFindingRule
{
    public string Code => "same-file";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from same in claim.EvidenceMatches
        where same.Kind == EvidenceMatchKind.SameFile && same.Elsewhere != claim.Address
        join file in claim.Files on same.File equals file.Id
        select new RaisedFinding(
            same.Elsewhere.Key,
            [file.Name, $"{same.Elsewhere.Activity}", $"{same.Elsewhere.Period}"]
        )
        {
            File = file.Id,
            Elsewhere = same.Elsewhere,
        };
}
