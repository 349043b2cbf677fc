using Avance.Functions.Documents.Facts.Attendances;
using Avance.Functions.Documents.Facts.Counts;
using Avance.Functions.Documents.Facts.Dates;
using Avance.Functions.Documents.Facts.Kinds;
using Avance.Functions.Documents.Facts.Languages;
using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Documents.Facts;

/// <summary>The facts of a document, each with the place where a person can check it.</summary>
/// <param name="References">Documents named, in reading order; the document's own number is among them.</param>
/// <param name="Attendance">Lists and tables first, then sentences.</param>
/// <param name="Counts">Numbers in the activity's unit of measure.</param>
/// <param name="Dates">Days named, in reading order.</param>
/// <param name="Kinds">The possible kinds of the document, the likeliest first; empty if nothing indicates one.</param>
/// <param name="Pages">Null for formats without pages.</param>
/// <param name="IsTruncated">True if the document has more facts than are kept.</param>
/// <param name="Extractors">The extractors with their versions, to recognise facts of an older version.</param>
public sealed record DocumentFacts(
    ValueList<DocumentReference> References,
    ValueList<Attendance> Attendance,
    ValueList<UnitCount> Counts,
    ValueList<DateMention> Dates,
    ValueList<KindMention> Kinds,
    LanguageFact Language,
    int? Pages,
    bool UsedOcr,
    bool IsTruncated,
    ValueList<ExtractorVersion> Extractors
)
{
    /// <summary>Numbers that may be in the unit of measure, since they stand beside one that is. They are never counted as contradictions.</summary>
    public ValueList<UnitCount> Beside { get; init; } = [];

    /// <summary>The likeliest kind.</summary>
    public DocumentKind Kind => Kinds.Count == 0 ? DocumentKind.Unknown : Kinds[0].Kind;
}
