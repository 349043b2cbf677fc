using System.Globalization;

namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>Identifies a fingerprint within its plan, in a line of an index row.</summary>
/// <param name="File">Null for a document that the claim cites.</param>
/// <param name="Place">Its place in the file or among those cited, from 0.</param>
public readonly record struct FingerprintReference(Period Period, ActivityNumber Activity, EvidenceId? File, int Place)
{
    private const string Claim = "claim";

    public static FingerprintReference To(DocumentFingerprint fingerprint) =>
        new(fingerprint.Period, fingerprint.Activity, fingerprint.File, fingerprint.Place);

    /// <summary><c>2023-II|034|ID|0003</c>, with <c>claim</c> for the id of a document cited.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Period}|{Activity.Key}|{File?.ToString() ?? Claim}|{Place:D4}");

    public static FingerprintReference Parse(string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        var parts = text.Split('|');
        return new FingerprintReference(
            Period.Parse(parts[0], invariant),
            ActivityNumber.Parse(parts[1], invariant),
            parts[2] == Claim ? null : EvidenceId.Parse(parts[2], invariant),
            int.Parse(parts[3], invariant)
        );
    }
}
