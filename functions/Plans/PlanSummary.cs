namespace Avance.Functions.Plans;

/// <summary>A plan in a list of plans.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Body">The public body.</param>
/// <param name="WorkingGroup">The working group that follows it.</param>
/// <param name="FirstYear">First year that it covers.</param>
/// <param name="LastYear">Last year that it covers.</param>
/// <param name="Revision">How often it has been changed.</param>
public sealed record PlanSummary(
    PlanId Id,
    string Name,
    string Body,
    string WorkingGroup,
    int FirstYear,
    int LastYear,
    int Revision
);
