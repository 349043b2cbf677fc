using Avance.Functions.Documents;

namespace Avance.Functions.Findings;

/// <summary>A finding as the API shows it.</summary>
/// <param name="Title">What is the matter, in Spanish.</param>
/// <param name="Detail">The figures at issue, and what to do.</param>
/// <param name="File">The file that it is about; null if it is about the claim itself.</param>
/// <param name="Elsewhere">The other claim, for what is given as proof twice.</param>
/// <param name="Document">What is given twice, by number or name; null for other findings. One may be given many times.</param>
public sealed record FindingView(
    FindingId Id,
    string Period,
    string Activity,
    string Code,
    FindingSeverity Severity,
    FindingState State,
    string Title,
    string Detail,
    EvidenceId? File,
    ReadLocation? Where,
    ClaimAddress? Elsewhere,
    string? Document,
    Explanation? Explanation,
    Resolution? Resolution,
    DateTimeOffset ChangedAt
)
{
    public static FindingView Of(Finding finding)
    {
        var claim = finding.Id.Claim;
        var code = finding.Id.Code;
        return new FindingView(
            finding.Id,
            claim.Period.ToString(),
            claim.Activity.ToString(),
            code,
            finding.Severity,
            finding.State,
            Messages.Text($"{code}.title"),
            Messages.Text($"{code}.detail", [.. finding.Arguments]),
            finding.File,
            finding.Where,
            finding.Elsewhere,
            finding.Elsewhere is null ? null : finding.Arguments[0],
            finding.Explanation,
            finding.Resolution,
            finding.ChangedAt
        );
    }
}
