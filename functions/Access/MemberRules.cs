using Avance.Functions.Http;

namespace Avance.Functions.Access;

/// <summary>
/// What an account of the directory may do, and who may give which part. It takes two to give a right: the directory
/// gives the account the app role, and the plan names it a member with that role. Only the national secretariat needs
/// no plan.
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

    /// <summary>The caller as one plan knows them.</summary>
    /// <param name="principal">The account.</param>
    /// <param name="members">The members of that plan.</param>
    public static Caller InPlan(PlatformPrincipal principal, IEnumerable<Member> members)
    {
        // What the account itself is named for goes before what its groups are, and then what allows most.
        var part = PartsOf(principal, members)
            .OrderByDescending(member => member.Id == principal.ObjectId)
            .ThenByDescending(member => member.Role)
            .ThenBy(member => member.Id)
            .FirstOrDefault();
        return part is not null && (part.Role == Role.Secretariat || !IsNational(principal))
            ? new Caller(part.Role, part.Plan, part.Unit, NameOf(principal))
            : WithoutPlan(principal, []);
    }

    /// <summary>The caller where the address names no plan.</summary>
    /// <param name="principal">The account.</param>
    /// <param name="members">The members of all plans.</param>
    public static Caller WithoutPlan(PlatformPrincipal principal, IEnumerable<Member> members) =>
        IsNational(principal)
            ? new Caller(Role.NationalSecretariat, null, null, NameOf(principal))
            : new Caller(Role.Guest, null, null, NameOf(principal))
            {
                Plans = PartsOf(principal, members).Select(member => member.Plan).Distinct().ToValueList(),
            };

    /// <summary>
    /// The secretariat gives and takes every part in its plan. The national secretariat names and dismisses the
    /// secretariat and nobody else: a new plan has none that could.
    /// </summary>
    public static Error? MayChange(Caller caller, Role part) =>
        caller.Role == Role.Secretariat || part == Role.Secretariat
            ? null
            : new Error("not-allowed", StatusCodes.Status403Forbidden);

    /// <summary>True for the one app role that needs no plan.</summary>
    public static bool IsNational(PlatformPrincipal principal) =>
        principal.AppRoles.Contains(AppRoles[Role.NationalSecretariat]);

    private static IEnumerable<Member> PartsOf(PlatformPrincipal principal, IEnumerable<Member> members) =>
        members.Where(member =>
            (member.Id == principal.ObjectId || principal.Groups.Contains(member.Id))
            && principal.AppRoles.Contains(AppRoles[member.Role])
        );

    /// <summary>The object id says nothing about the person to whoever cannot read the directory.</summary>
    private static string NameOf(PlatformPrincipal principal) => $"entra:{principal.ObjectId:D}";
}
