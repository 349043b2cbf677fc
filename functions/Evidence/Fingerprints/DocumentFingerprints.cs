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

    private static DocumentFingerprint OfDocument(StoredEvidence file, ExtractedDocument document, int place) =>
        new(
            file.Address.Period,
            file.Address.Activity,
            file.Id,
            place,
            document.Path,
            document.Name,
            DocumentNumbers.OwnOf(document),
            document.Sketch
        )
        {
            Sha256 = place == 0 ? file.Sha256 : "",
        };
}
