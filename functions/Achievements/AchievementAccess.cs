using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Achievements;

/// <summary>Which achievements a caller may see and record. Pure.</summary>
public static class AchievementAccess
{
    /// <summary>The unit that achieved it, as the plan has it now: renamed, or taken over by another one; null for none.</summary>
    public static Unit? UnitOf(Plan plan, Achievement achievement) => Find(plan, achievement.Unit);

    /// <summary>
    /// True if the caller may see it: a reporter sees those of its own unit, and by a form link those of the year of the
    /// link's period.
    /// </summary>
    public static bool MaySee(Plan plan, Caller caller, Achievement achievement) =>
        caller.MayRead(plan.Id)
        && (caller.Period is not { } period || period.Year == achievement.Date.Year)
        && (
            caller.Role != Role.UnitReporter
            || (UnitOf(plan, achievement) is { } unit && caller.MayReadProgressOf(plan, unit.Code))
        );

    /// <summary>The unit for which the caller records, or why that may not be. Null in the result's place for no unit.</summary>
    /// <param name="named">As the request names it.</param>
    public static (UnitCode? Unit, Error? Error) UnitFor(Plan plan, Caller caller, UnitCode? named)
    {
        var found = Find(plan, named);
        if (caller.Role != Role.UnitReporter)
        {
            return named is null || found is not null
                ? (found?.Code, null)
                : (null, Error.Invalid("unit-unknown", "unit", named, plan.Id));
        }

        var own = caller.Unit is { } unit ? plan.FindUnitByAnyCode(unit) : null;
        return own is null ? (null, new Error("not-allowed", StatusCodes.Status403Forbidden))
            : named is null || found == own ? (own.Code, null)
            : (null, Error.Invalid("achievement-unit", "unit", own.Code));
    }

    /// <summary>The days of which the caller may record achievements; none if the last one is before the first.</summary>
    public static (DateOnly From, DateOnly To) DaysFor(Plan plan, Caller caller, DateOnly today)
    {
        var (first, last) = (plan.Header.FirstYear, plan.Header.LastYear);
        if (caller.Period is { } period)
        {
            (first, last) = (Math.Max(first, period.Year), Math.Min(last, period.Year));
        }

        var end = new DateOnly(last, 12, 31);
        return (new DateOnly(first, 1, 1), end < today ? end : today);
    }

    private static Unit? Find(Plan plan, UnitCode? code) =>
        code is { } known ? plan.FindUnitByAnyCode(known) ?? plan.FindUnit(known.ToString()) : null;
}
