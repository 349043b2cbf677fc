using System.Text;
using Avance.Functions.Access;
using Avance.Functions.Plans;

namespace Avance.Functions.Tests.Access;

public sealed class MemberRulesTests
{
    private static readonly PlanId Plan = new("mi-plan");
    private static readonly Guid Account = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static readonly Guid Group = Guid.Parse("7c9e6679-7425-40de-944b-e07fc1f90ae7");

    [Fact]
    public void Parse_HeaderOfThePlatform_IsTheAccountWithItsRolesAndGroups()
    {
        var header = new TestPrincipal(Account, "Avance.Reader")
            .With("http://schemas.microsoft.com/ws/2008/06/identity/claims/role", "Avance.Secretariat")
            .With("groups", Group.ToString())
            .With("groups", "no-es-un-id")
            .ToHeader();

        var principal = PlatformPrincipal.Parse(header).ShouldNotBeNull();

        principal.ObjectId.ShouldBe(Account);
        principal.AppRoles.ShouldBe(["Avance.Reader", "Avance.Secretariat"], ignoreOrder: true);
        principal.Groups.ShouldBe([Group]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no es base64")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"claims":null}""")]
    [InlineData("""{"claims":[]}""")]
    [InlineData("""{"claims":[{"typ":"oid"}]}""")]
    [InlineData("""{"claims":[{"typ":"oid","val":"rosa"}]}""")]
    [InlineData("""{"claims":[{"typ":"sub","val":"0f8fad5b-d9cb-469f-a165-70867728950e"}]}""")]
    [InlineData(
        """{"claims":[{"typ":"oid","val":"0f8fad5b-d9cb-469f-a165-70867728950e"},{"typ":"oid","val":"7c9e6679-7425-40de-944b-e07fc1f90ae7"}]}"""
    )]
    public void Parse_AnythingElse_IsNobody(string? text)
    {
        PlatformPrincipal.Parse(text).ShouldBeNull();
        PlatformPrincipal.Parse(Convert.ToBase64String(Encoding.UTF8.GetBytes(text ?? ""))).ShouldBeNull();
    }

    [Theory]
    [InlineData("Avance.Reader", Role.Reader, Role.Reader)]
    [InlineData("Avance.UnitReporter", Role.UnitReporter, Role.UnitReporter)]
    [InlineData("Avance.Secretariat", Role.Secretariat, Role.Secretariat)]
    [InlineData("Avance.Reader", Role.Secretariat, Role.Guest)]
    [InlineData("Avance.Secretariat", Role.Reader, Role.Guest)]
    [InlineData("avance.reader", Role.Reader, Role.Guest)]
    [InlineData("Avance.NationalSecretariat", Role.Reader, Role.NationalSecretariat)]
    [InlineData("Avance.NationalSecretariat", Role.Secretariat, Role.NationalSecretariat)]
    public void InPlan_AppRoleAndMember_MustBothSaySo(string appRole, Role member, Role expected)
    {
        var caller = MemberRules.InPlan(Principal(appRole), [Named(Account, member)]);

        caller.Role.ShouldBe(expected);
        caller.Plan.ShouldBe(expected is Role.Guest or Role.NationalSecretariat ? null : Plan);
        caller.Name.ShouldBe($"entra:{Account}");
    }

    [Fact]
    public void InPlan_NationalWhoIsItsSecretariatToo_IsItsSecretariat() =>
        MemberRules
            .InPlan(Principal("Avance.NationalSecretariat", "Avance.Secretariat"), [Named(Account, Role.Secretariat)])
            .Role.ShouldBe(Role.Secretariat);

    [Fact]
    public void InPlan_AccountAndItsGroups_GoesByTheAccountThenByWhatAllowsMost()
    {
        var principal = Principal("Avance.Reader", "Avance.Secretariat", "Avance.UnitReporter");
        var other = Guid.NewGuid();
        var all = principal with
        {
            Groups = new HashSet<Guid> { Group, other },
        };

        MemberRules
            .InPlan(all, [Named(Group, Role.Secretariat), Named(Account, Role.Reader)])
            .Role.ShouldBe(Role.Reader);
        MemberRules
            .InPlan(all, [Named(other, Role.UnitReporter), Named(Group, Role.Secretariat)])
            .Role.ShouldBe(Role.Secretariat);
        MemberRules.InPlan(principal, [Named(Group, Role.Secretariat)]).Role.ShouldBe(Role.Guest);
    }

    [Fact]
    public void WithoutPlan_Parts_AreThePlans()
    {
        var others = Named(Account, Role.Reader) with { Plan = new PlanId("otro-plan") };

        MemberRules
            .WithoutPlan(Principal("Avance.Reader"), [Named(Account, Role.Reader), others, Named(Group, Role.Reader)])
            .Plans.ShouldBe([Plan, new PlanId("otro-plan")]);
        MemberRules.WithoutPlan(Principal(), [Named(Account, Role.Reader)]).Plans.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.Secretariat, Role.UnitReporter, true)]
    [InlineData(Role.Secretariat, Role.Reader, true)]
    [InlineData(Role.Secretariat, Role.Secretariat, true)]
    [InlineData(Role.NationalSecretariat, Role.Secretariat, true)]
    [InlineData(Role.NationalSecretariat, Role.Reader, false)]
    [InlineData(Role.NationalSecretariat, Role.UnitReporter, false)]
    public void MayChange_Part_IsGivenByThoseWhoMay(Role by, Role part, bool expected) =>
        (MemberRules.MayChange(new Caller(by, null, null, "a"), part) is null).ShouldBe(expected);

    private static PlatformPrincipal Principal(params string[] appRoles) =>
        new(Account, appRoles.ToHashSet(), new HashSet<Guid>());

    private static Member Named(Guid id, Role role) =>
        new(Plan, id, role, role == Role.UnitReporter ? new UnitCode("OGRH") : null, "a", TestPlan.Opens);
}
