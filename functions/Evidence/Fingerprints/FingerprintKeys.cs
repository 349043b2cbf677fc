using System.Globalization;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Similarity;

namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>Makes the keys of a fingerprint.</summary>
public static class FingerprintKeys
{
    // 4,096 rows a band: with 100,000 documents each row holds some 25.
    private const int BucketDigits = 3;

    public static FingerprintKey OfFile(string sha256) => new($"sha|{sha256}");

    /// <returns>Null without a <see cref="DocumentNumber.IndexKey"/>.</returns>
    public static FingerprintKey? OfNumber(DocumentNumber number) =>
        number.IndexKey is { } key ? new FingerprintKey($"doc|{key}") : null;

    /// <param name="sketch">As stored; an empty text gives none.</param>
    public static IEnumerable<FingerprintKey> OfText(string sketch) =>
        ContentSketch.TryParse(sketch, out var parsed) ? parsed.BandKeys.Select(OfBand) : [];

    // 1-07-727609f19a64: version, band, hash.
    private static FingerprintKey OfBand(string bandKey) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"near|{bandKey.AsSpan(0, bandKey.LastIndexOf('-') + 1 + BucketDigits)}"
            ),
            bandKey[(bandKey.LastIndexOf('-') + 1 + BucketDigits)..]
        );
}
