namespace Avance.Samples.Figures;

/// <summary>The figures of a plan in a year.</summary>
/// <param name="ExecutionLevel">In percent, rounded.</param>
internal sealed record YearFigures(int Year, decimal Programmed, decimal FullyExecuted, decimal ExecutionLevel);
