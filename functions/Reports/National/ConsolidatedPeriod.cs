namespace Avance.Functions.Reports.National;

/// <summary>The rows that a plan has at the national level in a semester: its own, and one of each theme.</summary>
/// <param name="Checksum">SHA-256 in hexadecimal of the rows; empty while they are written, and after a run that did not end that.</param>
/// <param name="Themes">The keys of its themes, in order.</param>
public sealed record ConsolidatedPeriod(Period Period, string Checksum, ValueList<string> Themes);
