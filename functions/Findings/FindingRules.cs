using Avance.Functions.Findings.Rules;

namespace Avance.Functions.Findings;

/// <summary>All rules, in the order of docs/findings.md.</summary>
public static class FindingRules
{
    /// <summary>Grows by one whenever a rule says something else of the same claim: claims examined before are examined again.</summary>
    public const int Version = 1;

    public static ValueList<IFindingRule> All { get; } = [new EvidenceEncryptedRule()];

    /// <summary>The findings of a claim, each id once.</summary>
    public static IReadOnlyList<Finding> Examine(ExaminedClaim claim, DateTimeOffset now) =>
        [
            .. All.SelectMany(rule =>
                    rule.Examine(claim).Select(raised => Finding.Raise(claim.Address, rule, raised, now))
                )
                .DistinctBy(finding => finding.Id),
        ];
}
