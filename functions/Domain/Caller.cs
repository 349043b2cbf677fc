namespace Avance.Functions.Domain;

/// <summary>The caller of a function.</summary>
/// <param name="Role">The role in the plan.</param>
/// <param name="Plan">The plan that the role is for; null for the national secretariat.</param>
/// <param name="Unit">The unit that a reporter reports for; null for other roles.</param>
/// <param name="Name">How the audit names the caller: an account's identifier, not personal data.</param>
public sealed record Caller(Role Role, PlanId? Plan, UnitCode? Unit, string Name)
{
    /// <summary>The only period open to a caller with a form link: the link's. Null for others: any period.</summary>
    public Period? Period { get; init; }

    /// <summary>The plans in which the caller has a role; all of them for the national secretariat.</summary>
    public ValueList<PlanId> Plans { get; init; } = Plan is { } own ? [own] : [];

    /// <summary>True if the caller may see the plan at all.</summary>
    public bool MayRead(PlanId plan) => Role == Role.NationalSecretariat || Plan == plan;

    /// <summary>True for the plan's secretariat: it imports and amends it, and sees whom its mails go to.</summary>
    public bool MayManage(PlanId plan) => Role == Role.Secretariat && Plan == plan;

    /// <summary>True unless the caller is limited to another period.</summary>
    public bool MayAccess(Period period) => Period is null || Period == period;
}
