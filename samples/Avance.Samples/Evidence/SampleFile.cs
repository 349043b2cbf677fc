using Avance.Samples.Evidence.Expected;

namespace Avance.Samples.Evidence;

/// <summary>A file of evidence, and what is to be noted down of it.</summary>
/// <param name="Name">As a unit would call it.</param>
/// <param name="Documents">Itself first, then the documents in it.</param>
internal sealed record SampleFile(string Name, byte[] Content, IReadOnlyList<DocumentNotes> Documents)
{
    /// <summary>The same file under another name.</summary>
    /// <param name="matches">False when the name promises another format.</param>
    public SampleFile Named(string name, bool matches) =>
        new(
            name,
            Content,
            [
                .. Documents.Select(document =>
                    document with
                    {
                        File = name,
                        NameMatches = document.Path.Count == 0 ? matches : document.NameMatches,
                    }
                ),
            ]
        );
}
