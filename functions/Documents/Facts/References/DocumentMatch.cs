namespace Avance.Functions.Documents.Facts.References;

/// <summary>Whether two references name the same document.</summary>
public enum DocumentMatch
{
    /// <summary>They do not, or nothing indicates it.</summary>
    Different,

    /// <summary>Nothing contradicts it, but one of them leaves out the body, the year or the type.</summary>
    Probable,

    /// <summary>Number, year, offices and series are equal.</summary>
    Same,
}
