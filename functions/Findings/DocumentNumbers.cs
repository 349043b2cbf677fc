using Avance.Functions.Evidence;
using Avance.Functions.Evidence.Facts;
using Avance.Functions.Evidence.Facts.References;
using Avance.Functions.Evidence.Facts.Text;
using Avance.Functions.Progress;

namespace Avance.Functions.Findings;

/// <summary>Tells which documents a claim cites, and which number a document has itself.</summary>
public static class DocumentNumbers
{
    /// <summary>A document that names itself does so at its head; further down it names others.</summary>
    private const int HeadParagraphs = 12;

    /// <summary>The documents that a claim cites as its proof, in its order.</summary>
    public static ValueList<DocumentReference> CitedBy(ProgressContent claim)
    {
        var lines = claim
            .DocumentsCited.SelectMany(item => item.ReplaceLineEndings("\n").Split('\n'))
            .Select((line, index) => new TextBlock(line, new ReadLocation([], Paragraph: index + 1)))
            .ToValueList();
        return TextPieces
            .Of(new DocumentText(lines, [], null, UsedOcr: false))
            .SelectMany(ReferenceExtractor.Extract)
            .ToValueList();
    }

    /// <summary>The number that a document bears itself; null if none stands at its head.</summary>
    public static DocumentReference? OwnOf(DocumentFacts facts) =>
        facts.References.FirstOrDefault(reference =>
            reference.Document.Number.Length > 0
            && !ReferenceTypes.IsNational(reference.Document.Type)
            && IsAtHead(reference.Where)
        );

    private static bool IsAtHead(ReadLocation where) =>
        where.Page is null or 1 && where.Paragraph is null or <= HeadParagraphs;
}
