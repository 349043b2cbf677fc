using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Texts;
using Avance.Functions.Tests.Findings;

namespace Avance.Functions.Tests.Reports.Texts;

/// <summary>The texts that are drafted of figures.</summary>
public sealed class TextDraftsTests
{
    [Fact]
    public void Of_SamplePlan_GivesTheseTexts() =>
        Shown(SampleClaims.Plan, TestPlan.Second, SampleClaims.Sent).ShouldMatchGolden("texts-of-2023.txt");

    [Fact]
    public void Of_OneActivityOfOneUnit_IsInTheSingular() =>
        Shown(new TestPlan().Activity(22).Build(), TestPlan.Second, [Sent(22, 9)])
            .ShouldMatchGolden("texts-of-one.txt");

    [Fact]
    public void Of_TheFirstSemester_SaysThatGoalsAreOfTheYear() =>
        Shown(
                new TestPlan().Activity(22).Activity(42, "DTEG").Build(),
                TestPlan.First,
                [Sent(22, 1_250.5m) with { Period = TestPlan.First }]
            )
            .ShouldMatchGolden("texts-of-a-semester.txt");

    [Fact]
    public void Of_PlanWithoutActivities_HasTexts()
    {
        var plan = new TestPlan().Activity(22, status: ActivityStatus.Suspended).Build();

        var drafts = Drafts(plan, TestPlan.Second, []);

        drafts.Select(draft => $"{draft.Section}").ShouldBe(["presentation", "legal-basis", "summary", "conclusions"]);
        drafts.ShouldAllBe(draft => draft.Text.Length > 0 && !draft.Text.Contains('{'));
    }

    private static SentGoal Sent(int activity, decimal executed)
    {
        var number = new ActivityNumber(activity);
        var goal = new ReportedGoal(number, 2023, TestPlan.Second, Outcome.Reported, executed);
        return new SentGoal(number, 2023, TestPlan.Second, ProgressState.Accepted, false, goal);
    }

    private static ValueList<TextDraft> Drafts(Plan plan, Period period, IReadOnlyList<SentGoal> sent)
    {
        var ofPeriod = sent.Select(goal => goal with { Counted = goal.Counted! with { Period = goal.Period } });
        return TextDrafts.Of(
            plan,
            TextFigures.Of(ReportCompiler.Compile(plan, period, new ReportInputs([.. ofPeriod])))
        );
    }

    private static string Shown(Plan plan, Period period, IReadOnlyList<SentGoal> sent) =>
        string.Join(
            "\n\n",
            Drafts(plan, period, sent).Select(draft => $"# {draft.Title} [{draft.Section}]\n\n{draft.Text}")
        ) + "\n";
}
