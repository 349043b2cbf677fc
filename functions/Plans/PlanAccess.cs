namespace Avance.Functions.Plans;

/// <summary>What a caller may see of a plan's units.</summary>
public static class PlanAccess
{
    /// <summary>
    /// True if the caller may see progress of that unit: a reporter sees only its own unit's, also after the unit was
    /// renamed.
    /// </summary>
    public static bool MayReadProgressOf(this Caller caller, Plan plan, UnitCode unit) =>
        caller.MayRead(plan.Id)
        && (caller.Role != Role.UnitReporter || (caller.Unit is { } own && plan.FindUnitByAnyCode(own)?.Code == unit));
}
