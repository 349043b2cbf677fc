namespace Avance.Functions.Findings.Rules;

/// <summary>A figure without a file. Links are not followed, since their content may change or vanish.</summary>
public sealed class EvidenceMissingRule : IFindingRule
{
    public string Code => "evidence-missing";

    public FindingSeverity Severity => FindingSeverity.Serious;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        claim is { IsComplete: true, Files.Count: 0 } && claim.Figures().Any()
            ?
            [
                new RaisedFinding(
                    claim.FiguresKey(),
                    [
                        claim.FiguresShown(),
                        claim.Activity.UnitOfMeasure,
                        claim.Activity.EvidenceRequirement,
                        claim.Claim!.EvidenceLinks.Count > 0 ? " " + Messages.Text($"{Code}.Links") : "",
                    ]
                ),
            ]
            : [];
}
