using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Evidence.Fingerprints;

/// <summary>Something that is given as proof of a claim: a document in a file, or one that the claim itself cites.</summary>
/// <param name="Period">The period of the claim.</param>
/// <param name="Activity">Its activity.</param>
/// <param name="File">The file; null for a document that the claim cites.</param>
/// <param name="Place">Its place in the file or among those cited, from 0.</param>
/// <param name="Path">The names of the containers on the way to it in the file; empty for the file itself.</param>
/// <param name="Name">What people call it; empty for a document cited.</param>
/// <param name="Number">The number it bears or is cited by; null if it has none.</param>
/// <param name="Sketch">Of its text (<see cref="Documents.Similarity.ContentSketch"/>); empty if it has too little.</param>
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
    /// <summary>SHA-256 of the file; empty for a document in it, and for one that is cited.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The keys below which others find it; not kept with it.</summary>
    public ValueList<FingerprintKey> Keys { get; init; } = [];
}
