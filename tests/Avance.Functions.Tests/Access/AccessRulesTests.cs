using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Access;

public sealed class AccessRulesTests
{
    private static readonly PlanId Own = new("plan-propio");
    private static readonly PlanId Other = new("plan-ajeno");
    private static readonly Caller[] Callers =
    [
        new(Role.UnitReporter, Own, new UnitCode("OGRH"), "a"),
        new(Role.Reader, Own, null, "b"),
        new(Role.Secretariat, Own, null, "c"),
        new(Role.NationalSecretariat, null, null, "d"),
    ];

    /// <summary>Of reporter, reader, secretariat and national secretariat: + allowed, - not allowed.</summary>
    [Theory]
    [InlineData(Permission.Anonymous, "++++", "++++", "++++")]
    [InlineData(Permission.SignIn, "++++", "++++", "++++")]
    [InlineData(Permission.ListPlans, "++++", "++++", "++++")]
    [InlineData(Permission.ReadPlan, "++++", "---+", "----")]
    [InlineData(Permission.ReadReports, "-+++", "---+", "----")]
    [InlineData(Permission.ReportProgress, "+-+-", "----", "----")]
    [InlineData(Permission.ReviewProgress, "--+-", "----", "----")]
    [InlineData(Permission.ManagePlan, "--+-", "----", "----")]
    [InlineData(Permission.ManageMembers, "--++", "---+", "----")]
    public void Decide_EachRole_IsAsTheTableSays(Permission need, string ownPlan, string otherPlan, string noPlan)
    {
        Row(Own).ShouldBe(ownPlan);
        Row(Other).ShouldBe(otherPlan);
        Row(null).ShouldBe(noPlan);

        string Row(PlanId? plan) =>
            string.Concat(
                Callers.Select(caller =>
                    AccessRules.Decide(need, caller, plan, null) == AccessDecision.Allowed ? '+' : '-'
                )
            );
    }

    [Fact]
    public void Decide_EveryNeed_AsksForASignInButHealth() =>
        Enum.GetValues<Permission>()
            .Where(need => AccessRules.Decide(need, null, Own, null) != AccessDecision.NotSignedIn)
            .ShouldBe([Permission.Anonymous]);

    [Fact]
    public void Decide_NothingDeclaredOrUnknown_IsDenied()
    {
        foreach (var caller in Callers)
        {
            AccessRules.Decide(null, caller, Own, null).ShouldBe(AccessDecision.NotAllowed);
            AccessRules.Decide((Permission)999, caller, Own, null).ShouldBe(AccessDecision.NotAllowed);
        }

        AccessRules.Decide(null, null, Own, null).ShouldBe(AccessDecision.NotAllowed);
        default(AccessDecision).ShouldBe(AccessDecision.NotAllowed);
    }

    /// <summary>Of the link's period, of another, and where the address names none.</summary>
    [Theory]
    [InlineData(Permission.SignIn, "+++")]
    [InlineData(Permission.ListPlans, "+++")]
    [InlineData(Permission.ReadPlan, "+-+")]
    [InlineData(Permission.ReportProgress, "+-+")]
    [InlineData(Permission.ReadReports, "---")]
    [InlineData(Permission.ReviewProgress, "---")]
    [InlineData(Permission.ManagePlan, "---")]
    [InlineData(Permission.ManageMembers, "---")]
    public void Decide_CallerByALink_TouchesTheLinksPeriodOnly(Permission need, string expected)
    {
        var caller = Callers[0] with { Period = new Period(2023, 2) };

        string.Concat(
                new Period?[] { new Period(2023, 2), new Period(2023, 1), null }.Select(period =>
                    AccessRules.Decide(need, caller, Own, period) == AccessDecision.Allowed ? '+' : '-'
                )
            )
            .ShouldBe(expected);
    }

    [Fact]
    public void Decide_Guest_LearnsAboutThemselvesAlone()
    {
        var guest = new Caller(Role.Guest, null, null, "e");

        Enum.GetValues<Permission>()
            .Where(need => AccessRules.Decide(need, guest, Own, null) == AccessDecision.Allowed)
            .ShouldBe([Permission.Anonymous, Permission.SignIn, Permission.ListPlans]);
    }

    [Theory]
    [InlineData(Role.UnitReporter, "OGRH", true)]
    [InlineData(Role.UnitReporter, "DTEG", false)]
    [InlineData(Role.Reader, "DTEG", true)]
    [InlineData(Role.Secretariat, "DTEG", true)]
    [InlineData(Role.NationalSecretariat, "DTEG", true)]
    public void MayReadProgressOf_Unit_IsTheOwnOneForReportersOnly(Role role, string unit, bool expected)
    {
        var caller = Callers.Single(one => one.Role == role);

        caller.MayReadProgressOf(PlanOf(Own), new UnitCode(unit)).ShouldBe(expected);
        caller.MayReadProgressOf(PlanOf(Other), new UnitCode(unit)).ShouldBe(role == Role.NationalSecretariat);
    }

    [Theory]
    [InlineData("OGGTH", true)]
    [InlineData("DTEG", false)]
    public void MayReadProgressOf_UnitRenamedSince_IsStillTheOwnOne(string unit, bool expected)
    {
        var renamed = Amended(new RenameUnit { Unit = new UnitCode("OGRH"), NewCode = new UnitCode("OGGTH") });

        Callers[0].MayReadProgressOf(renamed, new UnitCode(unit)).ShouldBe(expected);
    }

    [Fact]
    public void MayReadProgressOf_UnitThatTookOver_IsNobodysOfBefore()
    {
        var replaced = Amended(new ReplaceUnit { Unit = new UnitCode("OGRH"), ReplacedBy = new UnitCode("DTEG") });

        replaced.FindUnit("OGRH")!.Code.ShouldBe(new UnitCode("DTEG"));
        Callers[0].MayReadProgressOf(replaced, new UnitCode("DTEG")).ShouldBeFalse();
    }

    private static Plan PlanOf(PlanId id) =>
        new TestPlan().Activity(1, "OGRH").Activity(2, "DTEG").Build() with
        {
            Id = id,
        };

    private static Plan Amended(Amendment amendment)
    {
        amendment
            .ApplyTo(PlanOf(Own), PlanBuilder.Lima, TestPlan.WhileOpen)
            .Succeeded(out var plan, out var error)
            .ShouldBeTrue(error?.Code);
        return plan!;
    }
}
