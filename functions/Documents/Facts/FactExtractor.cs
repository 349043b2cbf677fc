using Avance.Functions.Documents.Facts.Attendances;
using Avance.Functions.Documents.Facts.Counts;
using Avance.Functions.Documents.Facts.Dates;
using Avance.Functions.Documents.Facts.Kinds;
using Avance.Functions.Documents.Facts.Languages;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts;

/// <summary>Extracts the facts of a document. The same text gives the same facts; time grows with its length.</summary>
public static class FactExtractor
{
    /// <summary>Most facts of one sort that are kept; a sheet of dates would fill a table row's 64 KB otherwise.</summary>
    public const int MaxFacts = 1_000;

    // Pieces take ten times their text: those of a sheet of half a million cells are made anew for each extractor.
    private const int MaxCellsAsPieces = 50_000;

    public static ValueList<ExtractorVersion> Versions { get; } =
    [
        ReferenceExtractor.Version,
        AttendanceExtractor.Version,
        UnitCountExtractor.Version,
        DateExtractor.Version,
        KindExtractor.Version,
        LanguageExtractor.Version,
    ];

    /// <param name="unitOfMeasure">The activity's unit of measure, as its plan writes it.</param>
    public static DocumentFacts Extract(DocumentText document, string unitOfMeasure)
    {
        var pieces = TextPieces.Of(document);
        if (document.Tables.Sum(table => table.Rows.Sum(row => row.Cells.Count)) <= MaxCellsAsPieces)
        {
            pieces = pieces.ToList();
        }

        var truncated = false;
        return new DocumentFacts(
            Kept(ReferenceExtractor.Extract(pieces)),
            Kept(AttendanceExtractor.Extract(document, pieces)),
            Kept(UnitCountExtractor.Extract(pieces, unitOfMeasure)),
            Kept(pieces.SelectMany(DateExtractor.Extract)),
            KindExtractor.Extract(document, pieces),
            LanguageExtractor.Extract(pieces),
            document.Pages,
            document.UsedOcr,
            truncated,
            Versions
        )
        {
            Beside = UnitCountExtractor.Beside(pieces, unitOfMeasure).Take(MaxFacts).ToValueList(),
        };

        ValueList<T> Kept<T>(IEnumerable<T> facts)
        {
            var kept = facts.Take(MaxFacts + 1).ToList();
            truncated |= kept.Count > MaxFacts;
            return kept.Take(MaxFacts).ToValueList();
        }
    }
}
