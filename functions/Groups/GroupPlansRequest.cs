namespace Avance.Functions.Groups;

/// <summary>The plans that a group is to follow, in place of those that it has; at most 20.</summary>
public sealed record GroupPlansRequest(ValueList<PlanId> Plans);
