using System.Text.Json.Serialization;
using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Documents.Similarity;

namespace Avance.Functions.Documents;

/// <summary>The facts read of one document, as they are stored and shown.</summary>
/// <param name="Path">Names of its containers and its own; empty for the file itself.</param>
/// <param name="Name">Its name, as its sender wrote it.</param>
/// <param name="Format">The format of its content; null if it is unknown.</param>
/// <param name="NameMatches">False if its name has the extension of another format.</param>
/// <param name="Reader">Id of the reader.</param>
/// <param name="ReaderVersion">Version of the reader; 0 without one.</param>
/// <param name="Trouble">The <see cref="ReadTrouble"/> that kept it from being read; null if it was read.</param>
/// <param name="Facts">Null if it could not be read.</param>
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
    /// <summary>The <see cref="ContentSketch"/> of its text, by which near-duplicates are found; empty for too little text.</summary>
    public string Sketch { get; init; } = "";

    /// <summary>Pages and pictures whose text could not be recognised.</summary>
    public int Unread { get; init; }

    /// <summary>True if it may run macros.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasMacros { get; init; }

    /// <param name="unitOfMeasure">The activity's unit of measure, as its plan writes it.</param>
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
            HasMacros = reading.HasMacros,
            Unread = (reading.Outcome as ReadOutcome.Read)?.Text.Unread ?? 0,
        };
}
