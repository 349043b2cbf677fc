using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Evidence.Fingerprints;
using Avance.Functions.Progress;

namespace Avance.Functions.Findings;

/// <summary>The fingerprints of the documents that a claim cites. Pure.</summary>
public static class ClaimFingerprints
{
    public static ValueList<DocumentFingerprint> Of(Period period, ActivityNumber activity, ProgressContent claim) =>
        DocumentNumbers
            .CitedBy(claim.DocumentsCited)
            .Select((cited, place) => new DocumentFingerprint(period, activity, null, place, [], "", cited, ""))
            .Where(fingerprint => fingerprint.Keys.Count > 0)
            .ToValueList();
}
