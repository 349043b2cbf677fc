using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.Attendances;
using Avance.Functions.Documents.Facts.Counts;
using Avance.Functions.Documents.Facts.Kinds;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Reading;

namespace Avance.Functions.Evidence;

/// <summary>The part of a document's facts that a form shows; <c>…/facts</c> has all of them.</summary>
/// <param name="Path">Names of its containers and its own; empty for the file itself.</param>
/// <param name="Trouble">Why it could not be read; null if it was.</param>
/// <param name="Number">Its own number, normalised; null if none was found.</param>
/// <param name="References">Count of the documents that it names.</param>
/// <param name="Attendance">At most ten.</param>
/// <param name="Counts">Numbers in the activity's unit of measure, at most ten.</param>
public sealed record DocumentSummary(
    ValueList<string> Path,
    string Name,
    EvidenceFormat? Format,
    string? Trouble,
    DocumentKind Kind,
    string? Number,
    int References,
    ValueList<Attendance> Attendance,
    ValueList<UnitCount> Counts,
    int? Pages,
    bool UsedOcr
)
{
    private const int MaxItems = 10;

    public static DocumentSummary Of(ExtractedDocument document) =>
        new(
            document.Path,
            document.Name,
            document.Format,
            document.Trouble,
            document.Facts?.Kind ?? DocumentKind.Unknown,
            DocumentNumbers.OwnOf(document)?.Normalised,
            document.Facts?.References.Count ?? 0,
            (document.Facts?.Attendance ?? []).Take(MaxItems).ToValueList(),
            (document.Facts?.Counts ?? []).Take(MaxItems).ToValueList(),
            document.Facts?.Pages,
            document.Facts?.UsedOcr ?? false
        );
}
