namespace Avance.Functions.Documents.Reading;

/// <summary>One document with the outcome of its reading.</summary>
/// <param name="Path">Names of its containers and its own; empty for the file itself.</param>
/// <param name="Name">Its name, as its sender wrote it, to show to people; never used as a path.</param>
/// <param name="Format">The format of its content; null if it is unknown or not allowed.</param>
/// <param name="NameMatches">False if its name has the extension of another format.</param>
/// <param name="Reader">Id of the reader; null if none was used.</param>
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
    /// <summary>True if it may run macros. None was run.</summary>
    public bool HasMacros { get; init; }

    /// <summary>This document and all documents in it, of any depth, in the order of reading.</summary>
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
