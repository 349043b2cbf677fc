using Avance.Functions.Findings.Rules;

namespace Avance.Functions.Findings;

/// <summary>All rules, in the order of docs/findings.md.</summary>
public static class FindingRules
{
    /// <summary>Grows by one whenever a rule says something else of the same claim: claims examined before are examined again.</summary>
    public const int Version = 6;

    public static ValueList<IFindingRule> All { get; } =
    [
        new EvidenceUnreadableRule(),
        new EvidenceEncryptedRule(),
        new EvidenceEmptyRule(),
        new EvidenceTypeNotAllowedRule(),
        new EvidenceTypeMismatchRule(),
        new EvidenceMacrosRule(),
        new EvidencePartlyReadRule(),
        new SameFileRule(),
        new SameFileTwiceRule(),
        new SameNumberRule(),
        new NearDuplicateRule(),
        new SameTextOtherNumberRule(),
        new NumberMissingRule(),
        new NumberMalformedRule(),
        new NumberPrefixMissingRule(),
        new NumberOtherYearRule(),
        new EvidenceMissingRule(),
        new EvidenceOtherKindRule(),
        new EvidenceKindMissingRule(),
        new SexListMissingRule(),
        new ListSexUnclearRule(),
        new PersonRepeatedRule(),
        new SexSumDiffersRule(),
        new ClaimDiffersRule(),
        new ListDiffersRule(),
        new NarrativeContradictsRule(),
        new ClaimWithoutNumberRule(),
        new EvidenceNotClaimedRule(),
        new BelowTargetUnexplainedRule(),
        new TargetImplausibleRule(),
        new NothingSubmittedRule(),
    ];

    /// <summary>
    /// The findings of a claim, by rule. The order of files and matches does not matter, and no finding is raised
    /// twice: code, file and subject together are unique.
    /// </summary>
    public static IEnumerable<(IFindingRule Rule, RaisedFinding Finding)> Examine(ExaminedClaim claim)
    {
        var ordered = claim with
        {
            // As they came: of two that are the same, the later one is the copy.
            Files = claim
                .Files.OrderBy(file => file.At)
                .ThenBy(file => file.Id.ToString(), StringComparer.Ordinal)
                .ToValueList(),
            EvidenceMatches = claim.EvidenceMatches.OrderBy(Place, StringComparer.Ordinal).ToValueList(),
        };
        return All.SelectMany(rule =>
            rule.Examine(ordered)
                .DistinctBy(finding => (finding.File, finding.Subject))
                .OrderBy(finding => finding.File?.ToString() ?? "", StringComparer.Ordinal)
                .ThenBy(finding => finding.Subject, StringComparer.Ordinal)
                .Select(finding => (rule, finding))
        );
    }

    private static string Place(EvidenceMatch item) =>
        string.Join(
            '|',
            item.Kind,
            item.File,
            string.Join('/', item.Path),
            item.Elsewhere.Period,
            item.Elsewhere.Activity.Key,
            item.OtherFile,
            item.Number?.Normalised,
            item.OtherNumber?.Normalised,
            item.OtherName,
            item.Match
        );
}
