using Avance.Functions.Achievements;
using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Tests.Achievements;

public sealed class AchievementRulesTests
{
    private static readonly Guid Id = Guid.NewGuid();
    private static readonly DateOnly Today = new(2023, 12, 11);
    private static readonly Plan Plan = new TestPlan().Activity(22).Activity(42, "DTEG").Build();
    private static readonly Caller Secretariat = new(Role.Secretariat, TestPlan.Id, null, "dev:secretariat");

    private static readonly AchievementRequest Request = new(
        "Otros",
        "Convenio firmado",
        Date: new DateOnly(2023, 12, 11),
        Unit: new UnitCode("OGRH")
    );

    [Theory]
    [InlineData(null, null, null, "")]
    [InlineData(null, null, 120, "")]
    [InlineData(70, 50, 120, "")]
    [InlineData(70, 50, null, "")]
    [InlineData(0, 0, 0, "")]
    [InlineData(70, null, 120, "men achievement-sex-missing")]
    [InlineData(null, 50, null, "women achievement-sex-missing")]
    [InlineData(70, 50, 119, "total achievement-sum")]
    [InlineData(70, 50, 0, "total achievement-sum")]
    [InlineData(-1, 50, null, "women achievement-people")]
    [InlineData(1, 10_000_001, null, "men achievement-people")]
    [InlineData(1, 10_000_000, null, "total achievement-people")]
    public void Record_People_AddUpOrAreRefusedAtTheirField(int? women, int? men, int? total, string expected)
    {
        var recorded = Record(Request with { Women = women, Men = men, Total = total });

        (recorded.Error is { } error ? $"{error.Field} {error.Code}" : "").ShouldBe(expected);
        recorded.Value?.Total.ShouldBe(total ?? women + men);
    }

    [Theory]
    [InlineData("2021-12-31", "achievement-outside-plan")]
    [InlineData("2022-01-01", null)]
    [InlineData("2023-12-11", null)]
    [InlineData("2023-12-12", "achievement-in-future")]
    [InlineData("2024-01-01", "achievement-outside-plan")]
    public void Record_Day_IsOfThePlanAndNotToCome(string date, string? code)
    {
        var recorded = Record(Request with { Date = DateOnly.Parse(date, null) });

        recorded.Error?.Code.ShouldBe(code);
        (recorded.Error is null).ShouldBe(code is null);
    }

    [Fact]
    public void Record_ThemeThatThePlanNoLongerHas_IsKeptByAChangeAndTakenByNoNewOne()
    {
        var current = Record(Request).Value!;
        var plan = new TestPlan().With(new PlanSettings { AchievementThemes = ["Normas"] }).Activity(22).Build();

        Record(Request with { Title = "Otro" }, current, plan).Value!.Theme.ShouldBe("Otros");
        Record(Request, null, plan).Error!.Code.ShouldBe("achievement-theme");
        Record(Request with { Theme = "normas" }, current, plan).Value!.Theme.ShouldBe("Normas");
    }

    [Fact]
    public void Record_UnitThatWasRenamedSince_SaysTheSameAndIsSeenByIt()
    {
        var current = Record(Request).Value!;
        var plan = Renamed(unit => unit with { FormerCodes = [new UnitCode("OGRH")] });
        var reporter = new Caller(Role.UnitReporter, TestPlan.Id, new UnitCode("OGRH"), "link:x");

        AchievementAccess.MaySee(plan, reporter, current).ShouldBeTrue();
        Record(Request with { Unit = new UnitCode("ORH") }, current, plan).Value.ShouldBe(current);
    }

    [Fact]
    public void MaySee_UnitThatTookOverAnother_SeesWhatThatAchieved()
    {
        var current = Record(Request).Value!;
        var plan = Renamed(unit => unit with { Aliases = ["OGRH"] });

        AchievementAccess.UnitOf(plan, current)!.Code.ShouldBe(new UnitCode("ORH"));
        MaySee("ORH").ShouldBeTrue();
        MaySee("DTEG").ShouldBeFalse();

        bool MaySee(string unit) =>
            AchievementAccess.MaySee(
                plan,
                new Caller(Role.UnitReporter, TestPlan.Id, new UnitCode(unit), "link:x"),
                current
            );
    }

    [Fact]
    public void DaysFor_LinkOfAYearToCome_AreNone()
    {
        var link = Secretariat with { Period = new Period(2023, 1) };

        var (from, to) = AchievementAccess.DaysFor(Plan, link, new DateOnly(2022, 5, 5));

        to.ShouldBeLessThan(from);
    }

    private static Result<Achievement> Record(
        AchievementRequest request,
        Achievement? current = null,
        Plan? plan = null
    ) =>
        AchievementRules.Record(
            plan ?? Plan,
            Id,
            current,
            current?.Version ?? 0,
            request,
            Secretariat,
            Today,
            TestPlan.WhileOpen
        );

    private static Plan Renamed(Func<Unit, Unit> change) =>
        Plan with
        {
            Units = Plan
                .Units.Select(unit =>
                    unit.Code.ToString() == "OGRH" ? change(unit with { Code = new UnitCode("ORH") }) : unit
                )
                .ToValueList(),
        };
}
