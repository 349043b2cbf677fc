using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>Makes the fingerprints of a file's documents. Pure: the same facts give the same fingerprints and keys.</summary>
public static class DocumentFingerprints
{
    /// <param name="facts">The facts of the file; null gives none.</param>
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

    /// <summary>The key of a document number; none without a <see cref="DocumentNumber.IndexKey"/>.</summary>
    public static IEnumerable<FingerprintKey> OfNumber(DocumentReference? number)
    {
        if (number is not null && FingerprintKeys.OfNumber(number.Document) is { } key)
        {
            yield return key;
        }
    }
}
