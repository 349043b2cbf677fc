using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>The identifying marks of a document given as proof of a claim: a document in a file, or one that the claim cites.</summary>
/// <param name="Period">The period of the claim.</param>
/// <param name="Activity">The activity of the claim.</param>
/// <param name="File">The file; null for a document that the claim cites.</param>
/// <param name="Place">Its place in the file or among those cited, from 0.</param>
/// <param name="Path">Names of its containers in the file and its own; empty for the file itself.</param>
/// <param name="Name">Its name; empty for a cited document.</param>
/// <param name="Number">Its own number, or the number cited; null if it has none.</param>
/// <param name="Sketch">The <see cref="Documents.Similarity.ContentSketch"/> of its text; empty for too little text.</param>
public sealed record DocumentFingerprint(
    Period Period,
    ActivityNumber Activity,
    EvidenceId? File,
    int Place,
    ValueList<string> Path,
    string Name,
    DocumentReference? Number,
    string Sketch
)
{
    /// <summary>SHA-256 of the file; empty for a document within a file and for a cited one.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The keys under which the index lists it.</summary>
    public ValueList<string> Keys => FingerprintKeys.Of(this);
}
