namespace Avance.Functions.Plans.Import;

/// <summary>What a plan file says.</summary>
/// <param name="Draft">The plan of the file; null if there are problems.</param>
/// <param name="Problems">Everything that has to be corrected, in the order of the sheets.</param>
public sealed record ParsedPlan(Plan? Draft, IReadOnlyList<ImportProblem> Problems);
