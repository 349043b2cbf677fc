using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Progress;

/// <summary>What may be said of an activity depends on what the plan is made of.</summary>
public sealed class PlanKindValidationTests
{
    private const int Year = 2023;

    [Theory]
    [InlineData(PlanKind.Sector, Outcome.SourceNotProduced)]
    [InlineData(PlanKind.Sector, Outcome.UnderReview)]
    [InlineData(PlanKind.Policy, Outcome.Rescheduled)]
    [InlineData(PlanKind.Policy, Outcome.NotQuantified)]
    [InlineData(PlanKind.WorkPlan, Outcome.Suspended)]
    [InlineData(PlanKind.WorkPlan, Outcome.UnderReview)]
    public void Check_OutcomeOfAnotherKind_NamesItsField(PlanKind kind, Outcome outcome)
    {
        var error = Check(kind, new GoalEntry(Year, outcome, null, "Falta de presupuesto")).ShouldHaveSingleItem();

        error.Code.ShouldBe("outcome-not-expected");
        error.Field.ShouldBe("goals[0].outcome");
        Problem.Details(error).Detail.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData(Outcome.SourceNotProduced)]
    [InlineData(Outcome.UnderReview)]
    [InlineData(Outcome.NotReported)]
    public void Check_IndicatorWithoutInformation_NeedsAReasonAndNoSource(Outcome outcome)
    {
        Check(PlanKind.Policy, new GoalEntry(Year, outcome, null, "No se hizo la encuesta")).ShouldBeEmpty();
        Check(PlanKind.Policy, new GoalEntry(Year, outcome)).ShouldHaveSingleItem().Code.ShouldBe("reason-missing");
    }

    [Fact]
    public void Check_ValueOfAnIndicator_NeedsItsSource()
    {
        var value = new GoalEntry(Year, Outcome.Reported, 7.6m);

        Check(PlanKind.Policy, value).ShouldHaveSingleItem().Field.ShouldBe("source");
        Check(PlanKind.Policy, value, "ENDES 2023").ShouldBeEmpty();
        Check(PlanKind.Policy, value, new string('a', 501)).ShouldHaveSingleItem().Code.ShouldBe("text-too-long");
        Check(PlanKind.Sector, value, "ENDES 2023").ShouldHaveSingleItem().Code.ShouldBe("source-not-expected");
    }

    [Fact]
    public void CheckDelivery_WithoutADocument_IsNotTaken()
    {
        var delivered = Content(new GoalEntry(Year, Outcome.Reported, 1));

        ProgressValidation
            .CheckDelivery(delivered, [])
            .ShouldHaveSingleItem()
            .Code.ShouldBe("delivery-without-document");
        ProgressValidation.CheckDelivery(delivered with { DocumentsCited = ["RM N° 1-2023-MIMP"] }, []).ShouldBeEmpty();
        ProgressValidation
            .CheckDelivery(Content(new GoalEntry(Year, Outcome.NotReported, null, "No se aprobó aún")), [])
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void CheckDelivery_OfAnotherNumberThanOne_IsNotTaken(int number) =>
        ProgressValidation
            .CheckDelivery(Content(new GoalEntry(Year, Outcome.Reported, number)), [])
            .ShouldHaveSingleItem()
            .Code.ShouldBe("delivery-not-one");

    private static IReadOnlyList<Error> Check(PlanKind kind, GoalEntry entry, string? source = null) =>
        ProgressValidation.Check(
            ProgressAction.Submit,
            (TestProgress.Submission(entry) with { Source = source }).ToContent(),
            [new Goal(new ActivityNumber(22), Year, 10, GoalMeasure.Value)],
            kind
        );

    private static ProgressContent Content(GoalEntry entry) =>
        TestProgress.Submission(entry).ToContent() with
        {
            DocumentsCited = [],
            EvidenceLinks = [],
        };
}
