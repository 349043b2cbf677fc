namespace Avance.Samples.Evidence.Expected;

/// <summary>What is noted down of a document: of a file, or of a document in a ZIP or a mail.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Path">Names on the way to the document in it; empty for the file itself.</param>
/// <param name="Format">What its content is, as <c>xlsx</c>; null for none that is taken.</param>
/// <param name="NameMatches">False when its name promises another format.</param>
/// <param name="Trouble">Why it cannot be read, in the app's words; null if it can.</param>
/// <param name="Pages">Null for formats without pages.</param>
/// <param name="UsedOcr">True for pictures of text.</param>
/// <param name="Kind">What it is, in the app's words.</param>
/// <param name="Facts">In order, each once.</param>
public sealed record DocumentNotes(
    string File,
    IReadOnlyList<string> Path,
    string? Format,
    bool NameMatches,
    string? Trouble,
    int? Pages,
    bool UsedOcr,
    string Kind,
    IReadOnlyList<NotedFact> Facts
)
{
    /// <summary>The number that the document bears itself, in the one spelling; null without one.</summary>
    public string? Number { get; init; }

    /// <summary>For people: its file and the way in it.</summary>
    public string Name => string.Join('/', Path.Prepend(File));

    /// <summary>Everything as facts, so that what is expected and what is found can be counted against each other.</summary>
    public IEnumerable<NotedFact> All() =>
        [
            new("format", Format ?? "none", ""),
            new("name", NameMatches ? "matches" : "differs", ""),
            new("trouble", Trouble ?? "none", ""),
            new("pages", $"{Pages}", ""),
            new("ocr", UsedOcr ? "yes" : "no", ""),
            new("kind", Kind, ""),
            .. Facts,
        ];
}
