namespace Avance.Functions.Plans.Import;

/// <summary>A plan with a file merged into it.</summary>
/// <param name="Plan">The plan as it would be.</param>
/// <param name="Changes">What is different.</param>
/// <param name="Problems">Where the file contradicts what the plan already has; then nothing is saved.</param>
public sealed record MergedPlan(Plan Plan, ImportChanges Changes, IReadOnlyList<ImportProblem> Problems);
