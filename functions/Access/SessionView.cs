namespace Avance.Functions.Access;

/// <summary>What a page needs to know about the caller.</summary>
/// <param name="Role">The caller's role in the plan; guest for none or several plans.</param>
/// <param name="Plan">The plan of the link.</param>
/// <param name="Unit">The unit that the caller reports for.</param>
/// <param name="Period">The only period that the caller has access to.</param>
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
