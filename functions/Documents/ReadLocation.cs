using System.Text.Json.Serialization;

namespace Avance.Functions.Documents;

/// <summary>
/// Where something was read. Path: names of the containers (ZIP entries, mail attachments), outermost first; empty for the
/// file itself. Pages and paragraphs count from 1.
/// </summary>
public sealed record ReadLocation(
    ValueList<string> Path,
    int? Page = null,
    string? Sheet = null,
    string? Cell = null,
    int? Paragraph = null
)
{
    // Plain integers, with 0 for none: a sheet has a location for each row, and nullable integers would double its size.
    private readonly int page = Page ?? 0;
    private readonly int picture;

    public int? Page
    {
        get => page == 0 ? null : page;
        init => page = value ?? 0;
    }

    /// <summary>The number of the picture in the document, from 1; pictures as small as a logo are not counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Picture
    {
        get => picture == 0 ? null : picture;
        init => picture = value ?? 0;
    }
}
