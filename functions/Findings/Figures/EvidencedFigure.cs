using Avance.Functions.Documents;

namespace Avance.Functions.Findings.Figures;

/// <summary>A number in a document that may be the one claimed.</summary>
/// <param name="IsStrong">False if it was read with a doubt: it may confirm a claim but never contradict one.</param>
/// <param name="Source">Where it was read.</param>
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
