namespace Avance.Functions.Findings.Rules;

/// <summary>The same file sent twice for one claim: it is counted once.</summary>
public sealed class SameFileTwiceRule : IFindingRule
{
    public string Code => "same-file-twice";

    public FindingSeverity Severity => FindingSeverity.Notice;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from same in claim.Files.GroupBy(file => file.Sha256, StringComparer.Ordinal)
        let first = same.First()
        from copy in same.Skip(1)
        select new RaisedFinding(first.Id.ToString(), [copy.Name, first.Name]) { File = copy.Id };
}
