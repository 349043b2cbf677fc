using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Documents.Similarity;

namespace Avance.Functions.Documents;

/// <summary>What was read of one document, as it is kept and shown.</summary>
/// <param name="Path">Names of the containers on the way and its own; empty for the file itself.</param>
/// <param name="Name">What its sender called it.</param>
/// <param name="Format">What its content says it is; null when that is nothing known.</param>
/// <param name="NameMatches">False when the name promises another type.</param>
/// <param name="Reader">Id of the reader.</param>
/// <param name="ReaderVersion">Its version; 0 without a reader.</param>
/// <param name="Trouble">Why it could not be read (<see cref="ReadTrouble"/>); null if it was.</param>
/// <param name="Facts">What it says; null if it could not be read.</param>
public sealed record ExtractedDocument(
    ValueList<string> Path,
    string Name,
    EvidenceFormat? Format,
    bool NameMatches,
    string? Reader,
    int ReaderVersion,
    string? Trouble,
    DocumentFacts? Facts
)
{
    /// <summary>A picture of its text (<see cref="ContentSketch"/>), by which near-duplicates are found; empty for too little text.</summary>
    public string Sketch { get; init; } = "";

    /// <summary>Pages and pictures whose text could not be recognised.</summary>
    public int Unread { get; init; }

    /// <param name="unitOfMeasure">The activity's, as its plan writes it.</param>
    public static ExtractedDocument Of(DocumentReading reading, string unitOfMeasure) =>
        new(
            reading.Path,
            reading.Name,
            reading.Format,
            reading.NameMatches,
            reading.Reader,
            reading.ReaderVersion,
            (reading.Outcome as ReadOutcome.Unreadable)?.Trouble.ToString(),
            reading.Outcome is ReadOutcome.Read read ? FactExtractor.Extract(read.Text, unitOfMeasure) : null
        )
        {
            Sketch = reading.Outcome is ReadOutcome.Read { Text: var text }
                ? ContentSketch.Of(text)?.ToString() ?? ""
                : "",
            Unread = (reading.Outcome as ReadOutcome.Read)?.Text.Unread ?? 0,
        };
}
