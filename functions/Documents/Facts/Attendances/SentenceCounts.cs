namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>The women and men of a sentence.</summary>
/// <param name="Women">Null if only men are counted.</param>
/// <param name="Men">Null if only women are counted.</param>
/// <param name="Total">Its token and whether women and men add up to it; null if none is given.</param>
internal readonly record struct SentenceCounts(
    SexCount First,
    SexCount Last,
    long? Women,
    long? Men,
    (long Value, int Index, bool IsMet)? Total
);
