namespace Avance.Bench;

/// <summary>What one measurement found.</summary>
/// <param name="Figures">Lines of the table.</param>
/// <param name="Notes">What the reader of the table should know.</param>
internal sealed record Measured(IReadOnlyList<Figure> Figures, IReadOnlyList<string> Notes);
