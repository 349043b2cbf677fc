namespace Avance.Functions.Findings;

/// <summary>In what two documents are the same.</summary>
public enum EvidenceMatchKind
{
    /// <summary>The files have the same bytes.</summary>
    SameFile,

    /// <summary>The same number of a document: cited by the claim, or the document's own.</summary>
    SameNumber,

    /// <summary>The texts are nearly the same.</summary>
    NearDuplicate,
}
