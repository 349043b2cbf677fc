namespace Avance.Functions.Documents.Reading;

/// <summary>A document that is about to be read.</summary>
/// <param name="Path">A private local copy, under a name that this app gave it.</param>
/// <param name="Name">Its name, as its sender wrote it, to show to people; never used as a path.</param>
/// <param name="Inside">Names of its containers, outermost first, and its own; empty for the file itself.</param>
/// <param name="Contained">Reads the documents in this file, within the limits of the whole.</param>
/// <param name="FirstPage">From 1; higher if an earlier run stopped before the end.</param>
public sealed record EvidenceFile(
    string Path,
    string Name,
    ValueList<string> Inside,
    ContainedReader Contained,
    int FirstPage = 1
)
{
    public FileStream Open() => new(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024);
}
