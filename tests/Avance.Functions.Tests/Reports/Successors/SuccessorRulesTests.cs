using Avance.Functions.Plans;
using Avance.Functions.Plans.Export;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Reports.Successors;
using Avance.Functions.Tests.Builders;
using Outcome = Avance.Functions.Progress.Outcome;

namespace Avance.Functions.Tests.Reports.Successors;

public sealed class SuccessorRulesTests
{
    private static readonly Plan Plan = new TestPlan()
        .Activity(1, target: 10)
        .Activity(2, target: 20, carriedOver: 5)
        .Activity(3, "DTEG")
        .Activity(4, "DTEG", status: ActivityStatus.Suspended)
        .Contacts("OGRH", "ana@entidad.example")
        .Build();

    [Fact]
    public void Propose_ActivityThatWentOn_IsKeptWithTheSameGoalInTheNewYears()
    {
        var successor = Propose();

        Goals(successor, 1).ShouldBe(["2025 10 "]);
        Origin(successor, 1).Reasons.ShouldBe([SuccessorReason.Kept]);
        Origin(successor, 1).Goals.ShouldBe([new SuccessorGoal(2025, 2023, SuccessorReason.Kept)]);
    }

    [Fact]
    public void Propose_GoalThatWasRescheduled_IsCarriedToTheFirstYearWithTheSameTarget()
    {
        var successor = Propose(Reported(1, 2023, Outcome.Rescheduled));

        Goals(successor, 1).ShouldBe(["2023 10 2024", "2025 10 "]);
        Origin(successor, 1).Reasons.ShouldBe([SuccessorReason.Rescheduled]);
    }

    [Fact]
    public void Propose_GoalCarriedToAYearOfTheNewPlan_IsCarriedOver()
    {
        var plan = Plan with
        {
            Goals = [.. Plan.Goals.Select(goal => goal.CarriedTo is null ? goal : goal with { CarriedTo = 2024 })],
        };

        var successor = Propose(plan, new SuccessorYears(2024, 2025), []);

        Goals(successor, 2).ShouldBe(["2022 5 2024", "2024 5 ", "2025 20 "]);
        Origin(successor, 2).Reasons.ShouldBe([SuccessorReason.CarriedOver]);
    }

    [Fact]
    public void Propose_GoalCarriedWithinTheOldPlan_IsNotCarriedAgain() =>
        Goals(Propose(), 2).ShouldBe(["2024 5 ", "2025 20 "]);

    [Fact]
    public void Propose_ActivitySuspendedOrReformulated_IsLeftOutAndListedWithItsGoals()
    {
        var successor = Propose(Reported(3, 2023, Outcome.Reformulated));

        successor.Draft.Activities.Select(one => one.Number.Value).ShouldBe([1, 2]);
        successor
            .LeftOut.Select(one => $"{one.Number} {one.Reasons.ShouldHaveSingleItem()}")
            .ShouldBe(["3 Reformulated", "4 Suspended"]);
        successor.SetAside.Activities.ShouldAllBe(one => one.Status == ActivityStatus.Active);
        successor.SetAside.Goals.Select(goal => $"{goal.Activity} {goal.Year}").ShouldBe(["3 2025", "4 2025"]);
    }

    [Fact]
    public void Propose_Recommendation_StandsBesideTheActivityThatItNames()
    {
        var recommendation = Recommend(1, "Remitir el informe con su número.");

        var successor = SuccessorRules.Propose(Plan, new(2024, 2025), null, [recommendation], PlanBuilder.Lima);

        Origin(successor, 1).Reasons.ShouldBe([SuccessorReason.Recommended]);
        Origin(successor, 1).Recommendations.ShouldBe(["Remitir el informe con su número."]);
        Origin(successor, 2).Recommendations.ShouldBeEmpty();
    }

    [Fact]
    public void Propose_Periods_AreOnTheSameDaysSomeYearsLater() =>
        Propose()
            .Draft.Periods.Select(period => $"{period.Id} {period.Due:O} {period.AmendedFields.Count}")
            .ShouldBe(["2025-I 2025-07-16T05:00:00.0000000+00:00 0", "2025-II 2026-01-16T05:00:00.0000000+00:00 0"]);

    [Fact]
    public void Propose_MoreYearsThanThePlanHad_RepeatsItsYears()
    {
        var successor = Propose(Plan, new SuccessorYears(2024, 2027), []);

        Goals(successor, 2).ShouldBe(["2024 5 ", "2025 20 ", "2026 5 ", "2027 20 "]);
        successor.Draft.Periods.Select(period => $"{period.Id}").ShouldBe(["2025-I", "2025-II", "2027-I", "2027-II"]);
    }

    [Fact]
    public void Propose_Header_KeepsItsSettingsAndHasNoLegalBasisYet()
    {
        var plan = Plan with
        {
            Header = Plan.Header with { Name = "Plan 2022-2023", Settings = new(90, 70, true, TestPlan.First) },
        };

        var header = Propose(plan, new SuccessorYears(2024, 2025), []).Draft.Header;

        header.ShouldBe(
            plan.Header with
            {
                Name = "Plan 2024-2025",
                LegalBasis = "",
                FirstYear = 2024,
                LastYear = 2025,
                Settings = new(90, 70, true),
            }
        );
    }

    [Fact]
    public void Propose_Draft_IsImportedOnceItHasItsLegalBasis()
    {
        var draft = Propose(Reported(1, 2023, Outcome.Rescheduled)).Draft;
        draft = draft with { Header = draft.Header with { LegalBasis = "RM N° 100-2024-MIMP" } };

        var read = PlanBuilder.Read(PlanJson.Write(PlanSheets.Of(draft, true, PlanBuilder.Lima)));

        read.Problems.ShouldBeEmpty();
        read.Draft.ShouldBe(draft);
        read.Draft!.Units.Single(unit => unit.Contacts.Count > 0).Code.ShouldBe(new UnitCode("OGRH"));
    }

    [Theory]
    [InlineData(null, null, "2024-2025")]
    [InlineData("2023", "2023", "2023-2023")]
    [InlineData("2030", null, "2030-2031")]
    public void Read_Years_FollowThePlanUnlessTheySayOtherwise(string? first, string? last, string expected)
    {
        var years = SuccessorYears.Read(Plan.Header, first, last).ShouldSucceed();

        $"{years.First}-{years.Last}".ShouldBe(expected);
    }

    [Theory]
    [InlineData("2022", null, "successor-first-year")]
    [InlineData("dos", null, "invalid-request")]
    [InlineData("2024", "2023", "successor-last-year")]
    [InlineData("2024", "2034", "successor-last-year")]
    [InlineData("2099", null, "successor-last-year")]
    public void Read_ImpossibleYears_AreRefused(string first, string? last, string code) =>
        SuccessorYears.Read(Plan.Header, first, last).ShouldBeRefused(code);

    private static ReportedGoal Reported(int activity, int year, Outcome outcome) =>
        new(new ActivityNumber(activity), year, TestPlan.Second, outcome, null);

    private static Recommendation Recommend(int activity, string text) =>
        new(
            RecommendationId.Of(RecommendationReason.Noted, new ActivityNumber(activity), text),
            RecommendationReason.Noted,
            new UnitCode("OGRH"),
            new ActivityNumber(activity),
            "",
            text,
            text,
            RecommendationOrigin.Drafted,
            false,
            false,
            0,
            "",
            null
        );

    private static Successor Propose(params ReportedGoal[] reported) =>
        Propose(Plan, new SuccessorYears(2024, 2025), reported);

    private static Successor Propose(Plan plan, SuccessorYears years, ReportedGoal[] reported) =>
        SuccessorRules.Propose(
            plan,
            years,
            ComplianceRules.Evaluate(plan, TestPlan.Second, reported),
            [],
            PlanBuilder.Lima
        );

    private static IEnumerable<string> Goals(Successor successor, int activity) =>
        successor
            .Draft.Goals.Where(goal => goal.Activity.Value == activity)
            .Select(goal => $"{goal.Year} {goal.Target} {goal.CarriedTo}");

    private static SuccessorActivity Origin(Successor successor, int activity) =>
        successor.Activities.Single(one => one.Number.Value == activity);
}
