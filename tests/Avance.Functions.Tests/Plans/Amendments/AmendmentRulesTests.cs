using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Plans.Amendments;

public sealed class AmendmentRulesTests
{
    private static readonly Plan Plan = new PlanFileBuilder().Set("Unidades", 3, 2, "DGTEG").Build();
    private static readonly UnitCode Dteg = new("DTEG");
    private static readonly ActivityNumber A31 = new(31);
    private static readonly ActivityNumber A62 = new(62);
    private static readonly Period First = new(2023, 1);
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2023-09-20T12:00:00-05:00");

    [Fact]
    public void RenameUnit_NewCodeAndName_KeepsTheOldOnesAsAliases()
    {
        var plan = Apply(
            new RenameUnit
            {
                Unit = Dteg,
                NewCode = new UnitCode("DIT"),
                NewName = "Dirección de Igualdad",
            }
        );

        plan.FindUnit(Dteg).ShouldBeNull();
        var unit = plan.FindUnit(new UnitCode("DIT"))!;
        unit.Name.ShouldBe("Dirección de Igualdad");
        unit.Aliases.ShouldBe(["DGTEG", "DTEG", "Dirección de Transversalización"]);
        unit.AmendedFields.ShouldBe([PlanField.Code, PlanField.Name]);
        plan.FindUnit("Ex DTEG").ShouldBe(unit);
        plan.FindActivity(A31)!.ResponsibleUnit.ShouldBe(unit.Code);
        plan.Units.Select(other => other.Code.ToString()).ShouldBe(["DIT", "OGPPM", "OGRH"]);
    }

    [Fact]
    public void RenameUnit_BackToAFormerName_IsAllowed()
    {
        var plan = Apply(new RenameUnit { Unit = Dteg, NewCode = new UnitCode("DGTEG") });

        plan.FindUnit(new UnitCode("DGTEG"))!.Aliases.ShouldBe(["DTEG"]);
    }

    [Fact]
    public void RenameUnit_SupportingUnit_IsRepointedToo() =>
        Apply(new RenameUnit { Unit = new UnitCode("OGRH"), NewCode = new UnitCode("ORH") })
            .FindActivity(A31)!
            .SupportingUnits.ShouldBe([new UnitCode("ORH"), new UnitCode("OGPPM")]);

    [Theory]
    [InlineData("OGRH", "amendment-code-taken")]
    [InlineData("OGPP", "amendment-code-taken")]
    [InlineData("DTEG", "amendment-rename-empty")]
    public void RenameUnit_CodeInUseOrNoChange_IsRefused(string code, string error) =>
        ShouldRefuse(new RenameUnit { Unit = Dteg, NewCode = new UnitCode(code) }, error);

    [Fact]
    public void RenameUnit_NameTooLong_IsRefused() =>
        ShouldRefuse(new RenameUnit { Unit = Dteg, NewName = new string('a', 301) }, "amendment-unit-name");

    [Fact]
    public void ReplaceUnit_ByAnotherOfThePlan_MovesItsActivitiesAndNames()
    {
        var plan = Apply(new ReplaceUnit { Unit = Dteg, ReplacedBy = new UnitCode("OGRH") });

        plan.FindUnit(Dteg).ShouldBeNull();
        plan.FindActivity(A31)!.ResponsibleUnit.ShouldBe(new UnitCode("OGRH"));
        plan.FindUnit("Ex DGTEG")!.Code.ShouldBe(new UnitCode("OGRH"));
        plan.FindUnit("dteg")!.Code.ShouldBe(new UnitCode("OGRH"));
    }

    [Fact]
    public void ReplaceUnit_TheSecretariat_MakesTheOtherTheSecretariat()
    {
        var plan = Apply(new ReplaceUnit { Unit = new UnitCode("OGPPM"), ReplacedBy = new UnitCode("OGRH") });

        plan.FindUnit(new UnitCode("OGRH"))!.Kind.ShouldBe(UnitKind.Secretariat);
    }

    [Fact]
    public void ReplaceUnit_ByANewOne_NeedsItsName()
    {
        var replace = new ReplaceUnit { Unit = Dteg, ReplacedBy = new UnitCode("DIT") };

        ShouldRefuse(replace, "amendment-unit-name");
        Apply(replace with { Name = "Dirección de Igualdad" })
            .FindUnit(new UnitCode("DIT"))!
            .Aliases.ShouldBe(["DGTEG", "DTEG", "Dirección de Transversalización"]);
    }

    [Theory]
    [InlineData("XXX", "OGRH", "amendment-unit-unknown")]
    [InlineData("DTEG", "DTEG", "amendment-same-unit")]
    [InlineData("DTEG", "OGPP", "amendment-code-taken")]
    public void ReplaceUnit_ThatCannotBe_IsRefused(string unit, string by, string error) =>
        ShouldRefuse(
            new ReplaceUnit
            {
                Unit = new UnitCode(unit),
                ReplacedBy = new UnitCode(by),
                Name = "Otra",
            },
            error
        );

    [Fact]
    public void CarryGoalOver_NewTarget_SetsBoth()
    {
        // The file of the builder carries the goal of 2022 already: a longer plan has a year to carry it on to.
        var longer = Plan with
        {
            Header = Plan.Header with { LastYear = 2024 },
        };

        var goal = Apply(
            new CarryGoalOver
            {
                Activity = A31,
                Year = 2023,
                ToYear = 2024,
                Target = 3,
            },
            longer
        )
            .Goals.Single(goal => goal.Activity == A31 && goal.Year == 2023);

        goal.CarriedTo.ShouldBe(2024);
        goal.Target.ShouldBe(3);
        goal.AmendedFields.ShouldBe([PlanField.CarriedTo, PlanField.Target]);
    }

    [Theory]
    [InlineData(31, 2022, 2022, null, "amendment-carry-year")]
    [InlineData(31, 2022, 2024, null, "amendment-carry-year")]
    [InlineData(31, 2023, 2024, null, "amendment-carry-none")]
    [InlineData(31, 2021, 2023, null, "amendment-goal-unknown")]
    [InlineData(99, 2022, 2023, null, "amendment-activity-unknown")]
    [InlineData(31, 2022, 2023, 0.0, "amendment-target")]
    [InlineData(31, 2022, 2023, 0.00001, "amendment-target")]
    public void CarryGoalOver_ThatCannotBe_IsRefused(int activity, int year, int to, double? target, string error) =>
        ShouldRefuse(
            new CarryGoalOver
            {
                Activity = new ActivityNumber(activity),
                Year = year,
                ToYear = to,
                Target = (decimal?)target,
            },
            error
        );

    [Fact]
    public void SuspendActivity_MergedIntoAnother_NoLongerCounts()
    {
        var plan = Apply(new SuspendActivity { Activity = A62, MergedInto = A31 });

        var activity = plan.FindActivity(A62)!;
        activity.Status.ShouldBe(ActivityStatus.Suspended);
        activity.MergedInto.ShouldBe(A31);
        ShouldRefuse(new SuspendActivity { Activity = A31, MergedInto = A62 }, "amendment-activity-not-active", plan);
        ShouldRefuse(new ReformulateActivity { Activity = A62 }, "amendment-activity-not-active", plan);
    }

    [Fact]
    public void SuspendActivity_IntoItself_IsRefused() =>
        ShouldRefuse(new SuspendActivity { Activity = A62, MergedInto = A62 }, "amendment-merged-into-itself");

    [Fact]
    public void ReformulateActivity_Active_NoLongerCounts() =>
        Apply(new ReformulateActivity { Activity = A62 })
            .FindActivity(A62)!
            .Status.ShouldBe(ActivityStatus.Reformulated);

    [Fact]
    public void MoveDeadline_Days_LastUntilTheirEndInLima()
    {
        var period = Apply(
                new MoveDeadline
                {
                    Period = First,
                    Due = DayOrTime.Parse("31/07/2023", null),
                    Closes = DayOrTime.Parse("2023-08-15T18:00", null),
                }
            )
            .FindPeriod(First)!;

        period.Due.ShouldBe(DateTimeOffset.Parse("2023-08-01T00:00:00-05:00"));
        period.Closes.ShouldBe(DateTimeOffset.Parse("2023-08-15T18:00:00-05:00"));
        period.AmendedFields.ShouldBe([PlanField.Closes, PlanField.Due]);
    }

    [Theory]
    [InlineData("2023-08-15", null, "amendment-closing-before-due")]
    [InlineData("2023-05-31", null, "amendment-due-before-opening")]
    [InlineData("2023-08-15", "2023-08-14", "amendment-closing-before-due")]
    public void MoveDeadline_OutOfOrder_IsRefused(string due, string? closes, string error) =>
        ShouldRefuse(
            new MoveDeadline
            {
                Period = First,
                Due = DayOrTime.Parse(due, null),
                Closes = closes is null ? null : DayOrTime.Parse(closes, null),
            },
            error
        );

    [Fact]
    public void ReopenPeriod_Closed_IsLateUntilItClosesAgain()
    {
        var reopen = new ReopenPeriod
        {
            Period = First,
            Closes = DayOrTime.Parse("2023-09-25", null),
            Id = Guid.NewGuid(),
            Reason = "Corrección pedida por la unidad",
        };

        var period = AmendmentRules.Apply(Plan, reopen, PlanBuilder.Lima, Now).ShouldSucceed().FindPeriod(First)!;

        period.StateAt(Now).ShouldBe(PeriodState.Late);
        period.Closes.ShouldBe(DateTimeOffset.Parse("2023-09-26T00:00:00-05:00"));
    }

    [Theory]
    [InlineData("2023-I", "2023-09-19", "amendment-closing-past")]
    [InlineData("2023-II", "2024-06-01", "amendment-period-not-closed")]
    [InlineData("2025-I", "2024-06-01", "amendment-period-unknown")]
    public void ReopenPeriod_ThatCannotBe_IsRefused(string period, string closes, string error) =>
        ShouldRefuse(
            new ReopenPeriod { Period = Period.Parse(period, null), Closes = DayOrTime.Parse(closes, null) },
            error
        );

    [Fact]
    public void Apply_WithoutIdReasonAndDocument_SaysAllThree()
    {
        var error = AmendmentRules
            .Apply(Plan, new ReformulateActivity { Activity = A62, Reason = "corto" }, PlanBuilder.Lima, Now)
            .ShouldBeRefused("invalid-request");

        error.Errors.Select(error => error.Field).ShouldBe(["id", "reason", "legalDocument"]);
    }

    [Theory]
    [InlineData("""{"kind":"suspendActivity","activity":62,"mergedInto":31}""", typeof(SuspendActivity))]
    [InlineData("""{"activity":"62","kind":"reformulateActivity"}""", typeof(ReformulateActivity))]
    [InlineData("""{"unit":"DTEG","newCode":"dit","newName":null,"kind":"renameUnit"}""", typeof(RenameUnit))]
    [InlineData("""{"kind":"replaceUnit","unit":"DTEG","replacedBy":"OGRH"}""", typeof(ReplaceUnit))]
    [InlineData(
        """{"kind":"carryGoalOver","activity":31,"year":2022,"toYear":2023,"target":65.50}""",
        typeof(CarryGoalOver)
    )]
    [InlineData("""{"kind":"moveDeadline","period":"2023-I","due":"2023-07-31"}""", typeof(MoveDeadline))]
    [InlineData(
        """{"kind":"reopenPeriod","period":"2023-I","closes":"2023-09-25T18:00:00-05:00","reason":"x"}""",
        typeof(ReopenPeriod)
    )]
    public void Json_OfEachKind_ComesBackEqual(string json, Type kind)
    {
        var amendment = JsonSerializer.Deserialize<Amendment>(json, Json.Options)!;

        amendment.ShouldBeOfType(kind);
        JsonSerializer.Serialize(amendment, Json.Options).ShouldContain($"\"kind\":\"{amendment.KindName}\"");
        JsonSerializer
            .Deserialize<Amendment>(JsonSerializer.Serialize(amendment, Json.Options), Json.Options)
            .ShouldBe(amendment);
    }

    public static IEnumerable<TheoryDataRow<Type>> Kinds =>
        typeof(Amendment)
            .GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(kind => new TheoryDataRow<Type>(kind.DerivedType));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Json_OfEachKind_HasWhatIsSentAndNoMore(Type kind)
    {
        // What a property ignores, an override of it does not.
        Json.Options.GetTypeInfo(kind)
            .Properties.Where(property => property.Get is not null && property.Set is null)
            .Select(property => property.Name)
            .ShouldBeEmpty();
    }

    private static Plan Apply(Amendment amendment, Plan? plan = null) =>
        AmendmentRules.Apply(plan ?? Plan, amendment.Valid(), PlanBuilder.Lima, Now).ShouldSucceed();

    private static void ShouldRefuse(Amendment amendment, string code, Plan? plan = null) =>
        AmendmentRules.Apply(plan ?? Plan, amendment.Valid(), PlanBuilder.Lima, Now).ShouldBeRefused(code);
}
