using Avance.Functions.Findings;
using Avance.Functions.Findings.Rules;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Overviews;

namespace Avance.Functions.Tests.Reports.Overviews;

public sealed class OverviewRulesTests
{
    private static readonly DateTimeOffset Now = TestPlan.WhileOpen;

    [Fact]
    public void Activities_OfSeveralVersions_StandAsTheLatestOneDoes()
    {
        var plan = new TestPlan().Activity(1, target: 10, carriedOver: 20).Activity(2).Build();

        var activities = ActivitiesOf(
            plan,
            // The goal of 2022 has left and come back: its row is of an older version.
            Sent(1, 2022, ProgressState.Returned, 1, version: 2),
            Sent(1, 2023, ProgressState.Resubmitted, 1, version: 4, late: true),
            // What was sent in the other semester says nothing of this one.
            Sent(2, 2023, ProgressState.Accepted, 10, version: 3) with
            {
                Period = TestPlan.First,
            }
        );

        var (first, second) = (activities[0], activities[1]);
        (first.State, first.Version, first.Late).ShouldBe((ProgressState.Resubmitted, 4, true));
        (second.State, second.Version, second.Late).ShouldBe((null, 0, false));
        (first.IsSent, second.IsSent).ShouldBe((true, false));
    }

    [Theory]
    [InlineData(10, 20, 100, TrafficLight.Green)]
    [InlineData(5, 20, 75, TrafficLight.Amber)]
    [InlineData(4, 20, 70, TrafficLight.Red)]
    [InlineData(20, 20, 150, TrafficLight.Green)]
    public void Activities_PercentOfSeveralGoals_IsTheirPlainMean(
        decimal executed,
        decimal carried,
        decimal percent,
        TrafficLight light
    )
    {
        var plan = new TestPlan().Activity(1, target: 10, carriedOver: 20).Build();

        var activity = ActivitiesOf(
                plan,
                Sent(1, 2022, ProgressState.Submitted, carried),
                Sent(1, 2023, ProgressState.Submitted, executed)
            )
            .ShouldHaveSingleItem();

        (activity.Percent, activity.Light).ShouldBe((percent, light));
    }

    [Fact]
    public void Activities_DoneWithoutANumber_HaveNoPercentAndNoLight()
    {
        var plan = new TestPlan().Activity(1).Build();

        var activity = ActivitiesOf(plan, Sent(1, 2023, ProgressState.Submitted, null, Outcome.NotQuantified))
            .ShouldHaveSingleItem();

        (activity.Percent, activity.Light, activity.IsSent).ShouldBe((null, TrafficLight.None, true));
    }

    [Fact]
    public void Activities_Doubts_AreWhatIsNotDismissed()
    {
        var plan = new TestPlan().Activity(1).Activity(2).Build();
        var marks = new Dictionary<ActivityNumber, ClaimSummary>
        {
            [new ActivityNumber(1)] = new(
                3,
                [
                    Found(new EvidenceMissingRule()),
                    Found(new NumberMissingRule()),
                    Found(new NumberMalformedRule()) with
                    {
                        Resolution = new Resolution(FindingDecision.Confirm, "", "dev:secretariat", Now),
                    },
                    Found(new SameFileRule()) with
                    {
                        Resolution = new Resolution(FindingDecision.Dismiss, "Es legítimo.", "dev:secretariat", Now),
                    },
                ],
                Examined: true
            ),
        };

        var activities = OverviewRules.Activities(plan, ReportCompiler.Evaluate(plan, TestPlan.Second, []), [], marks);

        var (first, second) = (activities[0], activities[1]);
        (first.Files, first.Doubts, first.Serious, first.Examined).ShouldBe((3, 3, 1, true));
        (second.Files, second.Doubts, second.Serious, second.Examined).ShouldBe((0, 0, 0, false));
    }

    [Fact]
    public void Units_WithActivities_CountWhatIsDueSentAndAccepted()
    {
        var plan = new TestPlan()
            .Activity(1)
            .Activity(2)
            .Activity(3)
            .Activity(4, status: ActivityStatus.Suspended)
            .Activity(5, "DTEG")
            .Contacts("OGPPM", UnitKind.Secretariat, "sara@entidad.example")
            .Build();

        var units = UnitsOf(
            plan,
            Sent(1, 2023, ProgressState.Accepted, 10),
            Sent(2, 2023, ProgressState.Submitted, 5),
            Sent(3, 2023, ProgressState.Returned, 5),
            Sent(4, 2023, ProgressState.Accepted, 5)
        );

        units
            .Select(unit => (unit.Code.ToString(), unit.Due, unit.Sent, unit.Accepted))
            .ShouldBe([("DTEG", 1, 0, 0), ("OGRH", 3, 2, 1)]);
        units.Select(unit => unit.Rank).ShouldBe([2, 1]);
    }

    [Theory]
    [InlineData(false, 150)]
    [InlineData(true, 100)]
    public void Units_OfAPlanThatCapsPercents_AreShownCapped(bool caps, decimal compliance)
    {
        var plan = new TestPlan().With(new PlanSettings(CapPercents: caps)).Activity(1).Build();

        UnitsOf(plan, Sent(1, 2023, ProgressState.Submitted, 15))
            .ShouldHaveSingleItem()
            .Compliance.ShouldBe(compliance);
    }

    private static ValueList<ActivityOverview> ActivitiesOf(Plan plan, params SentGoal[] sent) =>
        OverviewRules.Activities(
            plan,
            ReportCompiler.Evaluate(plan, TestPlan.Second, sent),
            sent,
            new Dictionary<ActivityNumber, ClaimSummary>()
        );

    private static ValueList<UnitOverview> UnitsOf(Plan plan, params SentGoal[] sent) =>
        OverviewRules.Units(plan, ReportCompiler.Evaluate(plan, TestPlan.Second, sent), ActivitiesOf(plan, sent));

    private static SentGoal Sent(
        int activity,
        int year,
        ProgressState state,
        decimal? executed,
        Outcome outcome = Outcome.Reported,
        int version = 1,
        bool late = false
    )
    {
        var number = new ActivityNumber(activity);
        return new SentGoal(
            number,
            year,
            TestPlan.Second,
            state,
            late,
            new ReportedGoal(number, year, TestPlan.Second, outcome, executed)
        )
        {
            Version = version,
        };
    }

    private static Finding Found(IFindingRule rule) =>
        Finding.Raise(new ClaimAddress(TestPlan.Second, new ActivityNumber(1)), rule, new RaisedFinding("", []), Now);
}
