namespace Avance.Functions.Documents.Facts.References;

/// <summary>A kind of numbered document.</summary>
/// <param name="Name">As it is written in full, in capitals.</param>
/// <param name="Series">
/// The series of numbers it belongs to. Units cite the same report as INFORME and as INFORME TÉCNICO (the
/// <c>D000019-2023-MIMP-DPIGND-ZOM</c> of the plan of 2022-2023), so that the two are one series; a MEMORANDO MÚLTIPLE
/// is counted apart from a MEMORANDO.
/// </param>
internal sealed record ReferenceType(string Name, string Series)
{
    /// <summary>True for letters: the document-management system numbers them, with a D and six digits.</summary>
    public bool IsInSystem { get; init; }

    /// <summary>True for norms and agreements, which are in force for years.</summary>
    public bool IsNorm { get; init; }

    /// <summary>One series for the whole country: the number alone names it.</summary>
    public bool IsNational { get; init; }

    /// <summary>True if a body numbers them without the letters of an office: the number and the year are all there is.</summary>
    public bool IsWithoutOffice { get; init; }

    /// <summary>True if its name is an ordinary word as well, so that a number without year or office is none of its.</summary>
    public bool IsOrdinaryWord { get; init; }
}
