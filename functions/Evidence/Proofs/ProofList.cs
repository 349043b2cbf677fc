using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Progress;

namespace Avance.Functions.Evidence.Proofs;

/// <summary>What a file or a claim gives as proof. Pure: the same facts give the same proofs with the same keys.</summary>
public static class ProofList
{
    /// <param name="file">The file.</param>
    /// <param name="facts">What was read of it; null gives none.</param>
    public static ValueList<Proof> OfFile(StoredEvidence file, EvidenceFacts? facts) =>
        facts is null
            ? []
            : facts.Documents.Select((document, place) => OfDocument(file, document, place)).ToValueList();

    public static ValueList<Proof> OfClaim(Period period, ActivityNumber activity, ProgressContent claim) =>
        DocumentNumbers
            .CitedBy(claim)
            .Select(
                (cited, place) =>
                    new Proof(period, activity, null, place, [], "", cited, "") { Keys = OfNumber(cited).ToValueList() }
            )
            .Where(proof => proof.Keys.Count > 0)
            .ToValueList();

    private static Proof OfDocument(StoredEvidence file, DocumentFactsView document, int place)
    {
        var number = DocumentNumbers.OwnOf(document);
        var keys = (place == 0 ? [ProofKeys.OfFile(file.Sha256)] : Enumerable.Empty<ProofKey>())
            .Concat(OfNumber(number))
            .Concat(ProofKeys.OfText(document.Sketch));
        return new Proof(
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

    private static IEnumerable<ProofKey> OfNumber(DocumentReference? number)
    {
        if (number is not null && ProofKeys.OfNumber(number.Document) is { } key)
        {
            yield return key;
        }
    }
}
