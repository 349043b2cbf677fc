namespace Avance.Functions.Access;

/// <summary>What a page must know of whoever is signed in.</summary>
/// <param name="Role">What they are to the plan; a guest where they have no plan, or several.</param>
/// <param name="Plan">The plan of the link by which they came.</param>
/// <param name="Unit">The unit that they report for.</param>
/// <param name="Period">The only period that they may touch.</param>
/// <param name="Expires">When the session ends; null for an account.</param>
/// <param name="AntiForgery">Goes with each change in the header <c>X-Avance-Antiforgery</c>; null where none is needed.</param>
public sealed record SessionView(
    Role Role,
    PlanId? Plan,
    UnitCode? Unit,
    Period? Period,
    DateTimeOffset? Expires,
    string? AntiForgery
);
