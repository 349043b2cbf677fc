using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Similarity;
using Avance.Functions.Evidence.Fingerprints;

namespace Avance.Functions.Findings;

/// <summary>Finds documents that are given as proof more than once. Pure.</summary>
public static class EvidenceMatches
{
    /// <param name="own">What the claim gives as proof.</param>
    /// <param name="candidates">
    /// Documents of the plan that share a key with one of them; its own may be among them.
    /// </param>
    /// <returns>In a stable order.</returns>
    public static ValueList<EvidenceMatch> Between(
        IReadOnlyCollection<DocumentFingerprint> own,
        IReadOnlyCollection<DocumentFingerprint> candidates
    )
    {
        var parsed = own.Concat(candidates)
            .Select(fingerprint => fingerprint.Sketch)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(
                sketch => sketch,
                sketch => ContentSketch.TryParse(sketch, out var known) ? known : null,
                StringComparer.Ordinal
            );
        var found = own.SelectMany(fingerprint =>
                candidates
                    .Where(other => !IsSameThing(fingerprint, other))
                    .Select(other => Compare(fingerprint, other, parsed[fingerprint.Sketch], parsed[other.Sketch]))
            )
            .OfType<EvidenceMatch>()
            .ToList();

        // If two files have the same bytes, matches of the documents in them are not reported too.
        var sameFiles = found
            .Where(item => item.Kind == EvidenceMatchKind.SameFile)
            .Select(item => (item.File, item.OtherFile))
            .ToHashSet();
        return found
            .Where(item => item.Kind == EvidenceMatchKind.SameFile || !sameFiles.Contains((item.File, item.OtherFile)))
            .OrderBy(item => item.Kind)
            .ThenBy(item => item.Elsewhere.Period)
            .ThenBy(item => item.Elsewhere.Activity)
            .ThenBy(item => item.File?.ToString(), StringComparer.Ordinal)
            .ThenBy(item => string.Join('/', item.Path), StringComparer.Ordinal)
            .ThenBy(item => item.Number?.Normalised, StringComparer.Ordinal)
            .ThenBy(item => item.OtherFile?.ToString(), StringComparer.Ordinal)
            .ThenBy(item => item.OtherNumber?.Normalised, StringComparer.Ordinal)
            .ToValueList();
    }

    private static bool IsSameThing(DocumentFingerprint fingerprint, DocumentFingerprint other) =>
        IsSameClaim(fingerprint, other) && fingerprint.File == other.File;

    private static bool IsSameClaim(DocumentFingerprint fingerprint, DocumentFingerprint other) =>
        fingerprint.Period == other.Period && fingerprint.Activity == other.Activity;

    private static EvidenceMatch? Compare(
        DocumentFingerprint fingerprint,
        DocumentFingerprint other,
        ContentSketch? sketch,
        ContentSketch? otherSketch
    )
    {
        if (fingerprint.Sha256.Length > 0 && fingerprint.Sha256 == other.Sha256)
        {
            return Of(EvidenceMatchKind.SameFile, fingerprint, other, DocumentMatch.Different, 1);
        }

        // A claim's own files are expected to bear the numbers that it cites.
        var match =
            fingerprint.Number is { } number && other.Number is { } otherNumber && !IsSameClaim(fingerprint, other)
                ? number.Document.Match(otherNumber.Document)
                : DocumentMatch.Different;
        if (match != DocumentMatch.Different)
        {
            return Of(EvidenceMatchKind.SameNumber, fingerprint, other, match, 1);
        }

        var similarity = sketch is not null && otherSketch is not null ? sketch.Similarity(otherSketch) : 0;
        return similarity >= ContentSketch.Near
            ? Of(EvidenceMatchKind.NearDuplicate, fingerprint, other, DocumentMatch.Different, similarity)
            : null;
    }

    private static EvidenceMatch Of(
        EvidenceMatchKind kind,
        DocumentFingerprint fingerprint,
        DocumentFingerprint other,
        DocumentMatch match,
        double similarity
    ) =>
        new(
            kind,
            fingerprint.File,
            fingerprint.Path,
            fingerprint.Number,
            new ClaimAddress(other.Period, other.Activity),
            other.File,
            other.Name,
            other.Number,
            match,
            similarity
        );
}
