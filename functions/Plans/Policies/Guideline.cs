namespace Avance.Functions.Plans.Policies;

/// <summary>A guideline by which a priority objective is to be reached.</summary>
/// <param name="Code">As the policy writes it, for example <c>L.01.02</c>.</param>
/// <param name="Objective">The code of its objective.</param>
public sealed record Guideline(string Code, string Objective, string Title);
