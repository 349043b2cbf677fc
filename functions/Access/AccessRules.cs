namespace Avance.Functions.Access;

/// <summary>Decides, deny by default, whether a caller may call a function.</summary>
public static class AccessRules
{
    /// <param name="need">What the function declares; null if it declares nothing, which closes it.</param>
    /// <param name="caller">Who is asking; null if nobody signed in.</param>
    /// <param name="plan">The plan that the address names, if any.</param>
    /// <param name="period">The period that the address names, if any.</param>
    public static AccessDecision Decide(Need? need, Caller? caller, PlanId? plan, Period? period) =>
        need switch
        {
            null => AccessDecision.NotAllowed,
            Need.Nothing => AccessDecision.Allowed,
            _ when caller is null => AccessDecision.NotSignedIn,
            Need.SignIn or Need.ListPlans => AccessDecision.Allowed,
            Need.ReadAllPlans => AllowIf(caller.Role is Role.NationalSecretariat),
            _ when plan is null => AccessDecision.NotAllowed,
            _ when period is { } named && !caller.MayTouch(named) => AccessDecision.NotAllowed,
            Need.ReadPlan => AllowIf(caller.MayRead(plan.Value)),
            Need.ReadReports => AllowIf(caller.MayRead(plan.Value) && caller.Role != Role.UnitReporter),
            Need.ReportProgress => AllowIf(caller.Plan == plan && caller.Role is Role.UnitReporter or Role.Secretariat),
            Need.ReviewProgress or Need.ManagePlan => AllowIf(caller.Plan == plan && caller.Role is Role.Secretariat),
            Need.NameMembers => AllowIf(
                caller.Role is Role.NationalSecretariat || (caller.Plan == plan && caller.Role is Role.Secretariat)
            ),
            _ => AccessDecision.NotAllowed,
        };

    private static AccessDecision AllowIf(bool condition) =>
        condition ? AccessDecision.Allowed : AccessDecision.NotAllowed;
}
