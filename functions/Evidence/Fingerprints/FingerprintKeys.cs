using Avance.Functions.Documents.Similarity;

namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>
/// The keys of a fingerprint: <c>sha|…</c> of a file, <c>doc|…</c> of a number, <c>near|…</c> of each band of a text. Documents
/// that may be the same have one in common, and others none but by chance.
/// </summary>
public static class FingerprintKeys
{
    public static ValueList<string> Of(DocumentFingerprint fingerprint)
    {
        var keys = new List<string>();
        if (fingerprint.Sha256.Length > 0)
        {
            keys.Add($"sha|{fingerprint.Sha256}");
        }

        if (fingerprint.Number?.Document.IndexKey is { } number)
        {
            keys.Add($"doc|{number}");
        }

        if (ContentSketch.TryParse(fingerprint.Sketch, out var sketch))
        {
            keys.AddRange(sketch.BandKeys.Select(band => $"near|{band}"));
        }

        return keys.ToValueList();
    }
}
