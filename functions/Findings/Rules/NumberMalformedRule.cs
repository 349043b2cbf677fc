using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Findings.Rules;

/// <summary>A cited number that lacks a part or is misspelled may name another document, or none.</summary>
public sealed class NumberMalformedRule : IFindingRule
{
    /// <summary>In the order in which a number is written. A lost D has a rule of its own.</summary>
    private static readonly ValueList<string> Faults =
    [
        DoubtCode.TypeMissing,
        DoubtCode.TypeMisspelled,
        DoubtCode.NumberLength,
        DoubtCode.DigitsMisread,
        DoubtCode.YearMissing,
        DoubtCode.YearOfTwoDigits,
        DoubtCode.OfficeMissing,
        DoubtCode.OfficeMisspelled,
    ];

    public string Code => "number-malformed";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim) =>
        from reference in claim.Claim is { } sent ? DocumentNumbers.CitedBy(sent.DocumentsCited) : []
        let faults = FaultsOf(reference)
        where faults.Count > 0 && !reference.Doubts.Contains(DoubtCode.NumberMissing, StringComparer.Ordinal)
        select new RaisedFinding(
            $"{reference.Normalised}|{string.Join(',', faults)}",
            [reference.Raw, string.Join("; ", faults.Select(fault => Messages.Text($"{Code}.{fault}")))]
        );

    internal static List<string> FaultsOf(DocumentReference reference) =>
        Faults.Where(fault => reference.Doubts.Contains(fault, StringComparer.Ordinal)).ToList();
}
