using Avance.Functions.Documents;

namespace Avance.Functions.Findings.Figures;

/// <summary>A number that a document gives and that a claim may be.</summary>
/// <param name="IsStrong">False if it was read with a doubt: a claim may be right by it, but is never wrong by it.</param>
/// <param name="Source">What it was read of.</param>
/// <param name="File">Null for the claim's own narrative.</param>
/// <param name="Place">The document and the place in it, as people read it.</param>
/// <param name="Where">The place in the document.</param>
internal sealed record EvidencedFigure(
    decimal Value,
    bool IsStrong,
    FigureSource Source,
    EvidenceId? File,
    string Place,
    ReadLocation Where
);
