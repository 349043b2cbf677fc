using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Similarity;
using Avance.Functions.Evidence.Proofs;

namespace Avance.Functions.Findings;

/// <summary>Tells what is given as proof twice. Pure.</summary>
public static class Coincidences
{
    /// <param name="own">What the claim gives as proof.</param>
    /// <param name="candidates">Proofs of the plan that share a key with one of them; its own may be among them.</param>
    /// <returns>In a stable order.</returns>
    public static ValueList<Coincidence> Between(IReadOnlyCollection<Proof> own, IReadOnlyCollection<Proof> candidates)
    {
        var parsed = own.Concat(candidates)
            .Select(proof => proof.Sketch)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(
                sketch => sketch,
                sketch => ContentSketch.TryParse(sketch, out var known) ? known : null,
                StringComparer.Ordinal
            );
        var found = own.SelectMany(proof =>
                candidates
                    .Where(other => !IsSameThing(proof, other))
                    .Select(other => Compare(proof, other, parsed[proof.Sketch], parsed[other.Sketch]))
            )
            .OfType<Coincidence>()
            .ToList();

        // Of two files with the same bytes the documents in them say nothing new.
        var sameFiles = found
            .Where(item => item.Kind == CoincidenceKind.SameFile)
            .Select(item => (item.File, item.OtherFile))
            .ToHashSet();
        return found
            .Where(item => item.Kind == CoincidenceKind.SameFile || !sameFiles.Contains((item.File, item.OtherFile)))
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

    private static bool IsSameThing(Proof proof, Proof other) => IsSameClaim(proof, other) && proof.File == other.File;

    private static bool IsSameClaim(Proof proof, Proof other) =>
        proof.Period == other.Period && proof.Activity == other.Activity;

    private static Coincidence? Compare(Proof proof, Proof other, ContentSketch? sketch, ContentSketch? otherSketch)
    {
        if (proof.Sha256.Length > 0 && proof.Sha256 == other.Sha256)
        {
            return Of(CoincidenceKind.SameFile, proof, other, DocumentMatch.Different, 1);
        }

        // A claim cites the documents that it is proved with: that its own files bear those numbers is as it should be.
        var match =
            proof.Number is { } number && other.Number is { } otherNumber && !IsSameClaim(proof, other)
                ? number.Document.Match(otherNumber.Document)
                : DocumentMatch.Different;
        if (match != DocumentMatch.Different)
        {
            return Of(CoincidenceKind.SameNumber, proof, other, match, 1);
        }

        var similarity = sketch is not null && otherSketch is not null ? sketch.Similarity(otherSketch) : 0;
        return similarity >= ContentSketch.Near
            ? Of(CoincidenceKind.NearDuplicate, proof, other, DocumentMatch.Different, similarity)
            : null;
    }

    private static Coincidence Of(
        CoincidenceKind kind,
        Proof proof,
        Proof other,
        DocumentMatch match,
        double similarity
    ) =>
        new(
            kind,
            proof.File,
            proof.Path,
            proof.Number,
            new ClaimAddress(other.Period, other.Activity),
            other.File,
            other.Name,
            other.Number,
            match,
            similarity
        );
}
