using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Findings;
using static Avance.Functions.Tests.Reports.Recommendations.DraftCase;

namespace Avance.Functions.Tests.Reports.Recommendations;

/// <summary>What is drafted of findings, outcomes and notes.</summary>
public sealed class RecommendationDraftTests
{
    [Fact]
    public void Draft_SamplePlan_GivesTheseRecommendations() =>
        Shown(
                RecommendationRules.Draft(
                    SampleClaims.Plan,
                    ReportCompiler.Evaluate(SampleClaims.Plan, TestPlan.Second, SampleClaims.Sent),
                    SampleClaims.Findings(),
                    [
                        new EvaluationNote(new ActivityNumber(22), "El informe no tiene número en el SGD."),
                        new EvaluationNote(
                            new ActivityNumber(39),
                            "Se trata de una asistencia técnica y no de una capacitación."
                        ),
                    ]
                )
            )
            .ShouldMatchGolden("drafts-of-2023.txt");

    [Fact]
    public void Draft_FindingOfEachCode_GivesThisRecommendationOrNone()
    {
        var texts = FindingExamples
            .All.Where(example => example.Key is not ("claim-without-number" or "below-target-unexplained"))
            .Select(example =>
            {
                var plan = PlanOf(example.Value.Build().Activity);
                SentGoal[] sent = example.Key == "nothing-submitted" ? [Reached(40)] : [Reached(39), Reached(40)];
                var drafts = DraftsOf(plan, sent, [.. FindingsOf(example.Key)]);
                return $"{example.Key}\n{(drafts.Count == 0 ? "-\n" : Shown(drafts))}";
            });

        string.Join('\n', texts).ShouldMatchGolden("drafts-of-each-finding.txt");
    }

    [Fact]
    public void Draft_FindingThatTheSecretariatDismissed_DraftsNothing()
    {
        foreach (var code in FindingExamples.All.Keys)
        {
            var plan = PlanOf(FindingExamples.All[code].Build().Activity);
            var findings = FindingsOf(code)
                .Select(finding =>
                    finding with
                    {
                        Resolution = new Resolution(FindingDecision.Dismiss, "Está bien.", "yo", TestPlan.WhileOpen),
                    }
                );

            SentGoal[] sent = code switch
            {
                "nothing-submitted" => [Reached(40)],
                "claim-without-number" => [Sent(39, Outcome.NotQuantified, null), Reached(40)],
                _ => [Reached(39), Reached(40)],
            };
            DraftsOf(plan, sent, [.. findings]).ShouldBeEmpty(code);
        }
    }

    [Fact]
    public void Draft_FindingNoLongerRaised_DraftsNothing() =>
        DraftsOf(
                PlanOf(FindingExamples.All["number-missing"].Build().Activity),
                [Reached(39), Reached(40)],
                [.. FindingsOf("number-missing").Select(finding => finding with { IsRaised = false })]
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData(Outcome.NotQuantified, null, RecommendationReason.NotQuantified)]
    [InlineData(Outcome.Rescheduled, null, RecommendationReason.Rescheduled)]
    [InlineData(Outcome.NotReported, null, RecommendationReason.NotExecuted)]
    [InlineData(Outcome.Reported, 0d, RecommendationReason.NotExecuted)]
    [InlineData(Outcome.Reported, 0.01, RecommendationReason.FarBelowTarget)]
    [InlineData(Outcome.Reported, 7.4999, RecommendationReason.FarBelowTarget)]
    [InlineData(Outcome.Reported, 7.5, null)]
    [InlineData(Outcome.Reported, 10d, null)]
    [InlineData(Outcome.Reformulated, null, null)]
    [InlineData(Outcome.Suspended, null, null)]
    public void Draft_OutcomeAtTheEndOfTheYear_IsSpokenOfIfFarBelow(
        Outcome outcome,
        double? executed,
        RecommendationReason? reason
    )
    {
        var drafts = DraftsOf(new TestPlan().Activity(39).Build(), [Sent(39, outcome, (decimal?)executed)], []);

        drafts.Select(draft => (RecommendationReason?)draft.Reason).ShouldBe(reason is null ? [] : [reason]);
    }

    [Theory]
    [InlineData(Outcome.NotQuantified, null, RecommendationReason.NotQuantified)]
    [InlineData(Outcome.Rescheduled, null, RecommendationReason.Rescheduled)]
    [InlineData(Outcome.NotReported, null, null)]
    [InlineData(Outcome.Reported, 0d, null)]
    [InlineData(Outcome.Reported, 1d, null)]
    public void Draft_OutcomeDuringTheYear_IsNotSpokenOfWhileTheGoalMayBeReached(
        Outcome outcome,
        double? executed,
        RecommendationReason? reason
    )
    {
        var plan = new TestPlan().Activity(39).Build();
        var sent = Sent(39, outcome, (decimal?)executed) with { Period = TestPlan.First };
        sent = sent with { Counted = sent.Counted! with { Period = TestPlan.First } };

        var drafts = RecommendationRules.Draft(plan, ReportCompiler.Evaluate(plan, TestPlan.First, [sent]), [], []);

        drafts.Select(draft => (RecommendationReason?)draft.Reason).ShouldBe(reason is null ? [] : [reason]);
    }

    [Fact]
    public void Draft_TwoGoalsOfOneActivity_AreOneRecommendationThatNamesBoth()
    {
        var plan = new TestPlan().Activity(39, target: 7, carriedOver: 1_250.5m).Build();

        var draft = DraftsOf(plan, [Sent(39, Outcome.Reported, 3), Sent(39, Outcome.Reported, 1.5m, 2022)], [])
            .ShouldHaveSingleItem();

        draft.Text.ShouldContain(
            "de la meta de 2022 se ejecutó 1.5 de 1,250.5 (0 %) y de la meta de 2023 se ejecutó 3 de 7 (43 %)"
        );
    }

    [Fact]
    public void Draft_NothingSentAlthoughTheGoalWasReachedBefore_IsNotSpokenOf()
    {
        var before = Sent(39, Outcome.Reported, 10) with { Period = TestPlan.First };
        before = before with { Counted = before.Counted! with { Period = TestPlan.First } };

        DraftsOf(new TestPlan().Activity(39).Build(), [before], [.. FindingsOf("nothing-submitted")]).ShouldBeEmpty();
    }

    [Fact]
    public void Draft_Ids_AreTheSameEachTimeAndDifferAmongDrafts()
    {
        var (first, second) = (Sample(), Sample());

        first.ShouldBe(second);
        first.Select(draft => draft.Id).Distinct().Count().ShouldBe(first.Count);
        first.Count.ShouldBeGreaterThan(30);

        static ValueList<RecommendationDraft> Sample() =>
            RecommendationRules.Draft(
                SampleClaims.Plan,
                ReportCompiler.Evaluate(SampleClaims.Plan, TestPlan.Second, SampleClaims.Sent),
                [.. SampleClaims.Findings().OrderBy(_ => Random.Shared.Next())],
                []
            );
    }

    private static Plan PlanOf(Activity activity)
    {
        var plan = new TestPlan().Activity(39, "CONADIS").Activity(40, "CONADIS").Build();
        return plan with { Activities = [activity, plan.Activities[1]] };
    }

    private static string Shown(IEnumerable<RecommendationDraft> drafts) =>
        string.Concat(
            drafts.Select(draft => $"{draft.Unit}\t{draft.Activity}\t{draft.Reason}\t{draft.Document}\n{draft.Text}\n")
        );
}
