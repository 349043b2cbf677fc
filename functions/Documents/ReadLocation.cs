using System.Text.Json.Serialization;

namespace Avance.Functions.Documents;

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
    // A sheet has a place for each of its rows: as one number each, they take half of what two would that may be none.
    private readonly int page = Page ?? 0;
    private readonly int picture;

    public int? Page
    {
        get => page == 0 ? null : page;
        init => page = value ?? 0;
    }

    /// <summary>Which of the pictures in the document, from 1; those as small as a logo do not count.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Picture
    {
        get => picture == 0 ? null : picture;
        init => picture = value ?? 0;
    }
}
