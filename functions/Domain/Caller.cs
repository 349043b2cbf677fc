namespace Avance.Functions.Domain;

/// <summary>Who is asking.</summary>
/// <param name="Role">What they are to the plan.</param>
/// <param name="Plan">The plan that the role is for; null for the national secretariat.</param>
/// <param name="Unit">The unit that a reporter reports for; null for other roles.</param>
/// <param name="Name">How the audit names them: an account's identifier, not a person's data.</param>
public sealed record Caller(Role Role, PlanId? Plan, UnitCode? Unit, string Name)
{
    /// <summary>The only period that they may touch: whoever came by a link has the link's. Null for others: any.</summary>
    public Period? Period { get; init; }

    /// <summary>The plans that they have a part in; all of them for the national secretariat.</summary>
    public ValueList<PlanId> Plans { get; init; } = Plan is { } own ? [own] : [];

    /// <summary>True if the caller may see the plan at all.</summary>
    public bool MayRead(PlanId plan) => Role == Role.NationalSecretariat || Plan == plan;

    /// <summary>True if the caller may see or change anything of that period, as far as the period goes.</summary>
    public bool MayTouch(Period period) => Period is null || Period == period;
}
