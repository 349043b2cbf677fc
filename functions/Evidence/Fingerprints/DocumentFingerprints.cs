using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>What a file gives as proof. Pure: the same facts give the same proofs with the same keys.</summary>
public static class DocumentFingerprints
{
    /// <param name="file">The file.</param>
    /// <param name="facts">What was read of it; null gives none.</param>
    public static ValueList<DocumentFingerprint> OfFile(StoredEvidence file, EvidenceFacts? facts) =>
        facts is null
            ? []
            : facts.Documents.Select((document, place) => OfDocument(file, document, place)).ToValueList();

    private static DocumentFingerprint OfDocument(StoredEvidence file, ExtractedDocument document, int place)
    {
        var number = DocumentNumbers.OwnOf(document);
        var keys = (place == 0 ? [FingerprintKeys.OfFile(file.Sha256)] : Enumerable.Empty<FingerprintKey>())
            .Concat(OfNumber(number))
            .Concat(FingerprintKeys.OfText(document.Sketch));
        return new DocumentFingerprint(
            file.Address.Period,
            file.Address.Activity,
            file.Id,
            place,
            document.Path,
            document.Name,
            number,
            document.Sketch
        )
        {
            Sha256 = place == 0 ? file.Sha256 : "",
            Keys = keys.ToValueList(),
        };
    }

    /// <summary>The key of a document number; none if the number is too short to tell documents apart.</summary>
    public static IEnumerable<FingerprintKey> OfNumber(DocumentReference? number)
    {
        if (number is not null && FingerprintKeys.OfNumber(number.Document) is { } key)
        {
            yield return key;
        }
    }
}
