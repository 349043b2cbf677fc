namespace Avance.Functions.Evidence;

/// <summary>
/// Where something was read. Path: names of the containers on the way (ZIP entries, mail attachments), outermost first,
/// empty for the file itself. Pages and paragraphs count from 1.
/// </summary>
public sealed record ReadLocation(
    ValueList<string> Path,
    int? Page = null,
    string? Sheet = null,
    string? Cell = null,
    int? Paragraph = null
)
{
    /// <summary>Which of the pictures in the document, from 1; those as small as a logo do not count.</summary>
    public int? Picture { get; init; }
}
