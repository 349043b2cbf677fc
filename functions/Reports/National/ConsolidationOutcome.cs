namespace Avance.Functions.Reports.National;

/// <summary>What a run of the national consolidation did.</summary>
/// <param name="PlansRead">Plans whose reports were read.</param>
/// <param name="PlansWritten">Those of them whose rows had changed.</param>
/// <param name="Periods">Semesters that were counted again.</param>
public sealed record ConsolidationOutcome(int PlansRead, int PlansWritten, int Periods);
