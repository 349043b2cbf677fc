using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Findings;

/// <summary>
/// A document given as proof of this claim and again elsewhere: for another claim of the plan, or a second time for
/// this one.
/// </summary>
/// <param name="Kind">What is the same.</param>
/// <param name="File">The file of this claim; null for a number that the claim itself cites.</param>
/// <param name="Path">Which document in the file; empty for the file itself.</param>
/// <param name="Number">The document's own or cited number here; null if it has none.</param>
/// <param name="Elsewhere">The other claim; this claim's own address if another of its own files is meant.</param>
/// <param name="OtherFile">The other file; null for a number that the other claim itself cites.</param>
/// <param name="OtherName">What that file is called; empty without one.</param>
/// <param name="OtherNumber">The number there; null if it has none.</param>
/// <param name="Match">How well the numbers agree, for <see cref="EvidenceMatchKind.SameNumber"/>.</param>
/// <param name="Similarity">The share of runs of words in common, 0 to 1, for <see cref="EvidenceMatchKind.NearDuplicate"/>; else 1.</param>
public sealed record EvidenceMatch(
    EvidenceMatchKind Kind,
    EvidenceId? File,
    ValueList<string> Path,
    DocumentReference? Number,
    ClaimAddress Elsewhere,
    EvidenceId? OtherFile,
    string OtherName,
    DocumentReference? OtherNumber,
    DocumentMatch Match,
    double Similarity
);
