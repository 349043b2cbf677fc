namespace Avance.Functions.Documents.Reading;

/// <summary>One document, and what became of reading it.</summary>
/// <param name="Path">Names of the containers on the way and of the document; empty for the file itself.</param>
/// <param name="Name">What its sender called it. For people: never a path to open or write.</param>
/// <param name="Format">What its content says it is; null when that is nothing known or allowed.</param>
/// <param name="NameMatches">False when the name promises another type than the content is.</param>
/// <param name="Reader">Id of the reader; null when none was asked.</param>
/// <param name="ReaderVersion">Version of that reader; 0 without one.</param>
public sealed record DocumentReading(
    ValueList<string> Path,
    string Name,
    EvidenceFormat? Format,
    bool NameMatches,
    string? Reader,
    int ReaderVersion,
    ReadOutcome Outcome
)
{
    /// <summary>This document and all that it contains, whatever the depth, in the order of reading.</summary>
    public IEnumerable<DocumentReading> All()
    {
        yield return this;
        if (Outcome is not ReadOutcome.Read read)
        {
            yield break;
        }

        // At most ReadingOptions.Depth levels: nested enumerators are cheap.
        foreach (var inner in read.Contained.SelectMany(contained => contained.All()))
        {
            yield return inner;
        }
    }
}
