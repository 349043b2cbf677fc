using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Progress;

public sealed class ProgressValidationTests
{
    [Fact]
    public void Check_CompleteSubmission_FindsNothing() => Check(TestProgress.Submission(0)).ShouldBeEmpty();

    [Fact]
    public void Check_EverythingWrong_NamesEachField()
    {
        var request = TestProgress.Submission(
            new GoalEntry(2021, Outcome.Reported, 5),
            new GoalEntry(2023, Outcome.Reported, -1),
            new GoalEntry(2023, Outcome.Rescheduled)
        ) with
        {
            Narrative = new string('x', 10_001),
            DocumentsCited = ["INFORME N° 1", " "],
            EvidenceLinks = ["javascript:alert(1)", "carpeta compartida"],
        };

        Check(request)
            .Select(error => $"{error.Field}: {error.Code}")
            .ShouldBe([
                "goals[0].year: goal-unknown",
                "goals[1].executed: executed-out-of-range",
                "goals[2].reason: reason-missing",
                "goals[2].year: goal-repeated",
                "narrative: text-too-long",
                "documentsCited[1]: item-empty",
                "evidenceLinks[0]: link-invalid",
                "evidenceLinks[1]: link-invalid",
            ]);
    }

    [Fact]
    public void Check_GoalLeftOut_IsMissingFromASubmissionOnly()
    {
        Check(TestProgress.Submission([])).ShouldHaveSingleItem().Code.ShouldBe("goal-missing");
        Check(TestProgress.Draft()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Outcome.Reported, null, "", "executed-missing")]
    [InlineData(Outcome.NotQuantified, 3.0, "Sin registro de asistentes", "executed-not-expected")]
    [InlineData(Outcome.NotReported, null, "corto", "reason-missing")]
    [InlineData(Outcome.Reported, 1.23456, "", "executed-out-of-range")]
    [InlineData(Outcome.Reported, 1_000_000_001.0, "", "executed-out-of-range")]
    public void Check_GoalThatDoesNotFit_SaysHow(Outcome outcome, double? executed, string reason, string code) =>
        Check(TestProgress.Submission(new GoalEntry(2023, outcome, (decimal?)executed, reason)))
            .ShouldHaveSingleItem()
            .Code.ShouldBe(code);

    [Theory]
    [InlineData(Outcome.NotReported)]
    [InlineData(Outcome.Rescheduled)]
    [InlineData(Outcome.NotQuantified)]
    [InlineData(Outcome.Reformulated)]
    [InlineData(Outcome.Suspended)]
    public void Check_OutcomeWithoutNumberAndWithReason_IsTaken(Outcome outcome) =>
        Check(TestProgress.Submission(new GoalEntry(2023, outcome, null, "Falta de presupuesto"))).ShouldBeEmpty();

    [Fact]
    public void Check_EachCode_HasAMessage()
    {
        foreach (var error in Check(TestProgress.Submission(new GoalEntry(2021, Outcome.NotReported, -3))))
        {
            Problem.Details(error).Detail.ShouldNotBeNullOrWhiteSpace();
        }
    }

    private static IReadOnlyList<Error> Check(ProgressRequest request) =>
        ProgressValidation.Check(
            request.Action,
            request.ToContent(),
            [new Goal(new ActivityNumber(22), 2023, 10, GoalMeasure.Count)]
        );
}
