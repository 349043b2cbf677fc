namespace Avance.Functions.Access;

/// <summary>Decides, deny by default, whether a caller may call a function.</summary>
public static class AccessRules
{
    /// <param name="permission">What the function requires; null if it declares nothing: then it is denied.</param>
    /// <param name="caller">Null if not signed in.</param>
    /// <param name="plan">The plan that the address names, if any.</param>
    /// <param name="period">The period that the address names, if any.</param>
    public static AccessDecision Decide(Permission? permission, Caller? caller, PlanId? plan, Period? period) =>
        permission switch
        {
            null => AccessDecision.NotAllowed,
            Permission.Anonymous => AccessDecision.Allowed,
            _ when caller is null => AccessDecision.NotSignedIn,
            Permission.SignIn or Permission.ListPlans => AccessDecision.Allowed,
            Permission.ReadAllPlans or Permission.ManageGroups or Permission.ManagePersonalData => AllowIf(
                caller.Role is Role.NationalSecretariat
            ),
            _ when plan is null => AccessDecision.NotAllowed,
            // Below the line above: a back-up is of one plan, and an address that names none well is refused.
            Permission.BackUpPlans => AllowIf(caller.Role is Role.NationalSecretariat),
            _ when period is { } named && !caller.MayAccess(named) => AccessDecision.NotAllowed,
            Permission.ReadPlan => AllowIf(caller.MayRead(plan.Value)),
            Permission.ReadReports => AllowIf(caller.MayRead(plan.Value) && caller.Role != Role.UnitReporter),
            Permission.ReportProgress => AllowIf(
                caller.Plan == plan && caller.Role is Role.UnitReporter or Role.Secretariat
            ),
            Permission.ReviewProgress or Permission.ManagePlan => AllowIf(caller.MayManage(plan.Value)),
            Permission.ManageMembers => AllowIf(
                caller.Role is Role.NationalSecretariat || caller.MayManage(plan.Value)
            ),
            _ => AccessDecision.NotAllowed,
        };

    private static AccessDecision AllowIf(bool condition) =>
        condition ? AccessDecision.Allowed : AccessDecision.NotAllowed;
}
