using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Findings.Rules;

/// <summary>
/// The document-management system writes a D before its numbers. With and without it is the same document, and some
/// units never write it.
/// </summary>
public sealed class NumberPrefixMissingRule : IFindingRule
{
    public string Code => "number-prefix-missing";

    public FindingSeverity Severity => FindingSeverity.Notice;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from reference in claim.Claim is { } sent ? DocumentNumbers.CitedBy(sent.DocumentsCited) : []
        where reference.Doubts.Contains(DoubtCode.PrefixMissing, StringComparer.Ordinal)
        where NumberMalformedRule.FaultsOf(reference).Count == 0
        select new RaisedFinding(reference.Normalised, [reference.Raw]);
}
