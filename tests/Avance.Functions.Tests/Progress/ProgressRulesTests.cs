using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Progress;

public sealed class ProgressRulesTests
{
    private static readonly ActivityNumber Number = new(22);

    [Fact]
    public void Save_FirstSubmission_IsVersionOneAndCounts()
    {
        var progress = Save(null, TestProgress.Submission(7)).Value.ShouldNotBeNull();

        progress.Version.ShouldBe(1);
        progress.State.ShouldBe(ProgressState.Submitted);
        progress.By.ShouldBe("dev:unit-reporter:OGRH");
        progress.At.ShouldBe(TestPlan.WhileOpen);
        progress.Late.ShouldBeFalse();
        progress.Counted.ShouldBe([new ReportedGoal(Number, 2023, TestPlan.Second, Outcome.Reported, 7)]);
    }

    [Fact]
    public void Save_Draft_NeedsNothingAndCountsNothing()
    {
        var progress = Save(null, TestProgress.Draft()).Value.ShouldNotBeNull();

        progress.State.ShouldBe(ProgressState.Draft);
        progress.Counted.ShouldBeEmpty();
    }

    [Fact]
    public void Save_AfterTheDueInstant_IsLate() =>
        Save(null, TestProgress.Submission(), now: TestPlan.Due).Value!.Late.ShouldBeTrue();

    [Theory]
    [InlineData(-1, "period-not-open", 409)]
    [InlineData(62, "period-closed", 423)]
    public void Save_OutsideThePeriod_IsRefused(int daysFromOpening, string code, int status)
    {
        var error = Save(null, TestProgress.Submission(), now: TestPlan.Opens.AddDays(daysFromOpening)).Error;

        error!.Code.ShouldBe(code);
        error.Status.ShouldBe(status);
    }

    [Fact]
    public void Save_OverAVersionThatTheCallerHasNotSeen_IsRefused()
    {
        var error = Save(Saved(ProgressState.Draft, 3), TestProgress.Submission(), expectedVersion: 2).Error;

        error!.Code.ShouldBe("progress-changed");
        error.Status.ShouldBe(412);
        error.Field.ShouldBe("If-Match");
    }

    [Theory]
    [InlineData(ProgressState.Draft, ProgressAction.Draft, ProgressState.Draft)]
    [InlineData(ProgressState.Draft, ProgressAction.Submit, ProgressState.Submitted)]
    [InlineData(ProgressState.Returned, ProgressAction.Draft, ProgressState.Returned)]
    [InlineData(ProgressState.Returned, ProgressAction.Submit, ProgressState.Resubmitted)]
    public void Save_WhereTheUnitMayWrite_LeadsTo(ProgressState before, ProgressAction action, ProgressState after) =>
        Save(Saved(before, 4), TestProgress.Submission() with { Action = action }, 4).Value!.State.ShouldBe(after);

    [Theory]
    [InlineData(ProgressState.Submitted, "already-submitted")]
    [InlineData(ProgressState.Resubmitted, "already-submitted")]
    [InlineData(ProgressState.Accepted, "already-accepted")]
    public void Save_AfterSending_IsRefusedUntilReturned(ProgressState before, string code) =>
        Save(Saved(before, 1), TestProgress.Submission(), 1).Error!.Code.ShouldBe(code);

    [Fact]
    public void Save_DraftAfterReturn_KeepsCountingWhatWasSent()
    {
        var sent = Save(null, TestProgress.Submission(7)).Value!;
        var returned = Review(sent, TestProgress.Return()).Value!;

        var draft = Save(returned, TestProgress.Draft(new GoalEntry(2023, Outcome.Reported, 9)), 2).Value!;

        draft.Counted.ShouldBe(sent.Counted);
        draft.Observation.ShouldBe("Adjunte la lista de asistencia por sexo.");
    }

    [Fact]
    public void Save_SuspendedActivity_IsRefused()
    {
        var plan = new TestPlan().Activity(22, status: ActivityStatus.Suspended).Build();

        Save(null, TestProgress.Submission(), plan: plan).Error!.Code.ShouldBe("activity-not-active");
    }

    [Theory]
    [InlineData(ProgressState.Submitted, ReviewDecision.Accept, ProgressState.Accepted)]
    [InlineData(ProgressState.Resubmitted, ReviewDecision.Accept, ProgressState.Accepted)]
    [InlineData(ProgressState.Submitted, ReviewDecision.Return, ProgressState.Returned)]
    [InlineData(ProgressState.Resubmitted, ReviewDecision.Return, ProgressState.Returned)]
    [InlineData(ProgressState.Accepted, ReviewDecision.Return, ProgressState.Returned)]
    public void Review_WhatWasSent_LeadsTo(ProgressState before, ReviewDecision decision, ProgressState after)
    {
        var request = TestProgress.Return() with { Decision = decision };

        var reviewed = Review(Saved(before, 1), request).Value!;

        reviewed.State.ShouldBe(after);
        reviewed.Version.ShouldBe(2);
        reviewed.By.ShouldBe("dev:secretariat");
    }

    [Fact]
    public void Save_DeliveryWithoutTheFileThatWasUploaded_IsRefused()
    {
        var file = new EvidenceEntry(
            EvidenceId.Parse("202bf06fdb9b7ac386a0d70712faca3b", null),
            "norma.pdf",
            10,
            new string('a', 64)
        );
        var request = TestProgress.Submission(1) with { DocumentsCited = [], EvidenceLinks = [] };

        SaveDelivery(request with { Evidence = [] }, file).Error!.Code.ShouldBe("delivery-without-document");
        SaveDelivery(request, file).Value!.Evidence.ShouldBe([file]);
    }

    [Theory]
    [InlineData(ProgressState.Draft, ReviewDecision.Accept)]
    [InlineData(ProgressState.Draft, ReviewDecision.Return)]
    [InlineData(ProgressState.Returned, ReviewDecision.Accept)]
    [InlineData(ProgressState.Accepted, ReviewDecision.Accept)]
    public void Review_WhatWasNotSent_IsRefused(ProgressState before, ReviewDecision decision) =>
        Review(Saved(before, 1), TestProgress.Return() with { Decision = decision })
            .Error!.Code.ShouldBe("nothing-to-review");

    [Fact]
    public void Review_ReturnWithoutSayingWhy_IsRefused()
    {
        var error = Review(Saved(ProgressState.Submitted, 1), TestProgress.Return("  mal  ")).Error!;

        error.Code.ShouldBe("observation-missing");
        error.Field.ShouldBe("observation");
    }

    private static Result<ActivityProgress> SaveDelivery(ProgressRequest request, EvidenceEntry uploaded)
    {
        var plan = new TestPlan().Activity(22, target: 1).Build();
        return ProgressRules.Save(
            plan.FindPeriod(TestPlan.Second)!,
            plan.FindActivity(Number)!,
            [.. plan.GoalsOf(Number, 2023)],
            null,
            0,
            request,
            [uploaded],
            TestProgress.Reporter,
            TestPlan.WhileOpen,
            PlanKind.WorkPlan
        );
    }

    private static Result<ActivityProgress> Save(
        ActivityProgress? current,
        ProgressRequest request,
        int expectedVersion = 0,
        DateTimeOffset? now = null,
        Plan? plan = null,
        IReadOnlyList<EvidenceEntry>? uploaded = null
    )
    {
        plan ??= new TestPlan().Activity(22).Build();
        return ProgressRules.Save(
            plan.FindPeriod(TestPlan.Second)!,
            plan.FindActivity(Number)!,
            [.. plan.GoalsOf(Number, 2023)],
            current,
            expectedVersion,
            request,
            uploaded ?? [],
            TestProgress.Reporter,
            now ?? TestPlan.WhileOpen
        );
    }

    private static Result<ActivityProgress> Review(ActivityProgress current, ReviewRequest request) =>
        ProgressRules.Review(current, current.Version, request, TestProgress.Secretariat, TestPlan.WhileOpen);

    private static ActivityProgress Saved(ProgressState state, int version) =>
        Save(null, TestProgress.Submission()).Value! with
        {
            State = state,
            Version = version,
        };
}
