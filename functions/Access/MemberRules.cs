using Avance.Functions.Http;

namespace Avance.Functions.Access;

/// <summary>
/// What an account of the directory may do, and who may name members. A right needs both the app role from the
/// directory and a membership of the plan with that role. Only the national secretariat needs no plan.
/// </summary>
public static class MemberRules
{
    private static readonly Dictionary<Role, string> AppRoles = new()
    {
        [Role.NationalSecretariat] = "Avance.NationalSecretariat",
        [Role.Secretariat] = "Avance.Secretariat",
        [Role.Reader] = "Avance.Reader",
        [Role.UnitReporter] = "Avance.UnitReporter",
    };

    /// <summary>The caller within one plan.</summary>
    /// <param name="members">The members of that plan.</param>
    public static Caller InPlan(PlatformPrincipal principal, IEnumerable<Member> members)
    {
        // A membership of the account itself goes before those of its groups; among these the one that allows most.
        var membership = MembershipsOf(principal, members)
            .OrderByDescending(member => member.Id == principal.ObjectId)
            .ThenByDescending(member => member.Role)
            .ThenBy(member => member.Id)
            .FirstOrDefault();
        return membership is not null && (membership.Role == Role.Secretariat || !IsNational(principal))
            ? new Caller(membership.Role, membership.Plan, membership.Unit, NameOf(principal))
            : WithoutPlan(principal, []);
    }

    /// <summary>The caller where the address names no plan.</summary>
    /// <param name="members">The members of all plans.</param>
    public static Caller WithoutPlan(PlatformPrincipal principal, IEnumerable<Member> members) =>
        IsNational(principal)
            ? new Caller(Role.NationalSecretariat, null, null, NameOf(principal))
            : new Caller(Role.Guest, null, null, NameOf(principal))
            {
                Plans = MembershipsOf(principal, members).Select(member => member.Plan).Distinct().ToValueList(),
            };

    /// <summary>
    /// The secretariat names and dismisses all members of its plan. The national secretariat does so only for the
    /// secretariat, since a new plan has none yet.
    /// </summary>
    public static Error? MayChange(Caller caller, Role role) =>
        caller.Role == Role.Secretariat || role == Role.Secretariat
            ? null
            : new Error("not-allowed", StatusCodes.Status403Forbidden);

    /// <summary>True for the one app role that needs no plan.</summary>
    public static bool IsNational(PlatformPrincipal principal) =>
        principal.AppRoles.Contains(AppRoles[Role.NationalSecretariat]);

    private static IEnumerable<Member> MembershipsOf(PlatformPrincipal principal, IEnumerable<Member> members) =>
        members.Where(member =>
            (member.Id == principal.ObjectId || principal.Groups.Contains(member.Id))
            && principal.AppRoles.Contains(AppRoles[member.Role])
        );

    /// <summary>Without access to the directory the object id does not reveal the person.</summary>
    private static string NameOf(PlatformPrincipal principal) => $"entra:{principal.ObjectId:D}";
}
