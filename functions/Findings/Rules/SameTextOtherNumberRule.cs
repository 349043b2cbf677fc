using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Findings.Rules;

/// <summary>One text under two numbers: one piece of work may be counted as two.</summary>
public sealed class SameTextOtherNumberRule : IFindingRule
{
    public string Code => "same-text-other-number";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from same in claim.EvidenceMatches
        where same.Kind == EvidenceMatchKind.NearDuplicate && Differ(same) && IsReported(claim, same)
        join file in claim.Files on same.File equals file.Id
        let here = same.Number!.Normalised
        let there = same.OtherNumber!.Normalised
        let numbers = new[] { here, there }
        select new RaisedFinding(
            $"{string.Join('|', numbers.Order(StringComparer.Ordinal))}|{same.Elsewhere.Key}",
            [
                here,
                there,
                $"{same.Elsewhere.Activity}",
                $"{same.Elsewhere.Period}",
                FindingText.Figure(Math.Floor((decimal)same.Similarity * 100)),
            ]
        )
        {
            File = file.Id,
            Where = new ReadLocation(same.Path),
            Elsewhere = same.Elsewhere,
        };

    /// <summary>True if both documents bear numbers, and these name two documents.</summary>
    internal static bool Differ(EvidenceMatch same) =>
        same is { Number.Document: { IndexKey: not null } here, OtherNumber.Document: { IndexKey: not null } there }
        && here.Match(there) == DocumentMatch.Different;

    /// <summary>Two files of this claim match each other: only the one with the greater id is reported.</summary>
    private static bool IsReported(ExaminedClaim claim, EvidenceMatch same) =>
        same.Elsewhere != claim.Address
        || string.CompareOrdinal(same.File?.ToString(), same.OtherFile?.ToString()) >= 0;
}
