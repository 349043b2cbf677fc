namespace Avance.Functions.Plans.Policies;

/// <summary>A priority objective of a policy.</summary>
/// <param name="Code">As the policy writes it, for example <c>OP.01</c>.</param>
public sealed record PriorityObjective(string Code, string Title);
