namespace Avance.Functions.Reports.National;

/// <summary>What a plan has at the national level.</summary>
/// <param name="Keys">Of its rows: <c>2023-II</c> of a plan's row, <c>2023-II|THEME</c> of a theme's.</param>
/// <param name="Checksum">SHA-256 in hexadecimal of the rows; empty while they are written, or if that was not ended.</param>
public sealed record ConsolidatedPlan(PlanId Plan, ValueList<NationalKey> Keys, string Checksum);
