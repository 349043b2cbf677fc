namespace Avance.Functions.Documents.Facts.References;

/// <summary>A kind of numbered document.</summary>
/// <param name="Name">As it is written in full, in capitals.</param>
/// <param name="Series">
/// The series of numbers it belongs to. Units cite the same report as INFORME and as INFORME TÉCNICO (the
/// <c>D000019-2023-MIMP-DPIGND-ZOM</c> of the plan of 2022-2023), so that the two are one series; a MEMORANDO MÚLTIPLE
/// is counted apart from a MEMORANDO.
/// </param>
/// <param name="IsNorm">Published with a number of its own series, three digits or so and no D.</param>
/// <param name="IsNational">One series for the whole country: the number alone names it.</param>
internal sealed record ReferenceType(string Name, string Series, bool IsNorm = false, bool IsNational = false);
