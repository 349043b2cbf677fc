namespace Avance.Functions.Reports.National;

/// <summary>A registered working group.</summary>
/// <param name="Id">Its initials.</param>
/// <param name="Body">The public body, as the group has it.</param>
/// <param name="Plans">The plans that it follows.</param>
public sealed record NationalGroup(string Id, string Body, ValueList<PlanId> Plans);
