using System.Text.Json.Serialization;

namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>A line of JSON from the child process; exactly one member is set.</summary>
internal sealed record ReadFrame(
    int? Pages = null,
    TextBlock? Text = null,
    ReadLocation? Table = null,
    ReadLocation? Guess = null,
    TableRow? Row = null,
    int? Unread = null,
    int? Entries = null,
    ContainedFile? Contained = null,
    ReadOutcome.Unreadable? Trouble = null,
    bool Done = false
)
{
    /// <summary>True for the last frame of the document.</summary>
    [JsonIgnore]
    public bool IsLast => Done || Trouble is not null;
}
