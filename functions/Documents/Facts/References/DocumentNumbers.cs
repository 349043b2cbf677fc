using Avance.Functions.Documents.Facts.Text;
using Avance.Functions.Documents.Reading;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>Finds the documents that a claim cites, and a document's own number.</summary>
public static class DocumentNumbers
{
    /// <summary>A document that names itself does so at its head; further down it names others.</summary>
    private const int HeadParagraphs = 12;

    /// <summary>RM, RVM, RSG, RDE: short forms of norms have at most three letters.</summary>
    private const int ShortForm = 3;

    /// <summary>The documents that a claim cites as its proof, in its order.</summary>
    /// <param name="cited">The texts of the unit's form, one for each document.</param>
    public static ValueList<DocumentReference> CitedBy(IEnumerable<string> cited)
    {
        var lines = cited
            .SelectMany(item => item.ReplaceLineEndings("\n").Split('\n'))
            .Select((line, index) => new TextBlock(line, new ReadLocation([], Paragraph: index + 1)))
            .ToValueList();
        return TextPieces
            .Of(new DocumentText(lines, [], null, UsedOcr: false))
            .SelectMany(ReferenceExtractor.Extract)
            .ToValueList();
    }

    /// <summary>
    /// A document's own number; null if none stands at its head. A mail and a sheet have none: the documents at their head are
    /// those that they send or list.
    /// </summary>
    public static DocumentReference? OwnOf(ExtractedDocument document) =>
        document.Facts is not { } facts || IsWithoutNumber(document.Format) ? null : OwnOf(facts);

    /// <summary>The same for a document of unknown format.</summary>
    public static DocumentReference? OwnOf(DocumentFacts facts)
    {
        // Many titles have a national norm above them: the law that the year is named after.
        var first = facts.References.FirstOrDefault(reference => !ReferenceTypes.IsNational(reference.Document.Type));
        return first is not null && first.Document.Number.Length > 0 && IsAtHead(first.Where) && IsTitle(first)
            ? first
            : null;
    }

    private static bool IsAtHead(ReadLocation where) =>
        where.Page is null or 1
        && where.Picture is null
        && where.Sheet is null
        && where.Paragraph is null or <= HeadParagraphs;

    /// <summary>
    /// A title is written in capitals or on a line of its own, and in full, with year or office: <c>INFORME N° D000149-2023-CONADIS-URH</c>; a
    /// sentence says <c>el Informe N° 149</c>, a label <c>REF.: INFORME N° D000149-2023-CONADIS-URH</c>, and a norm is cited in short,
    /// <c>RM N° 200-2021-MIMP</c>.
    /// </summary>
    private static bool IsTitle(DocumentReference reference)
    {
        var document = reference.Document;
        var word = new string([.. reference.Raw.TakeWhile(char.IsLetter)]);
        var isShort = ReferenceTypes.HasShortNumbers(document.Type) && word.Length <= ShortForm;
        return (document.Year is not null || document.Offices.Count > 0)
            && !isShort
            && (reference.IsTitle || (!reference.IsCited && !word.Any(char.IsLower)));
    }

    private static bool IsWithoutNumber(EvidenceFormat? format) =>
        format
            is EvidenceFormat.Eml
                or EvidenceFormat.Msg
                or EvidenceFormat.Xlsx
                or EvidenceFormat.Xls
                or EvidenceFormat.Ods
                or EvidenceFormat.Xml
                or EvidenceFormat.Csv;
}
