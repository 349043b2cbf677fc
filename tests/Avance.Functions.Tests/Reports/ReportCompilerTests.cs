using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;

namespace Avance.Functions.Tests.Reports;

public sealed class ReportCompilerTests
{
    private static readonly Plan Plan = new TestPlan().Activity(34).Activity(35).Build();

    /// <summary>docs/rules.md: a goal leaves the count when the secretariat has accepted that it does, and not before.</summary>
    [Theory]
    [InlineData(Outcome.Reformulated, ProgressState.Submitted, 2)]
    [InlineData(Outcome.Reformulated, ProgressState.Resubmitted, 2)]
    [InlineData(Outcome.Reformulated, ProgressState.Returned, 2)]
    [InlineData(Outcome.Reformulated, ProgressState.Accepted, 1)]
    [InlineData(Outcome.Suspended, ProgressState.Submitted, 2)]
    [InlineData(Outcome.Suspended, ProgressState.Accepted, 1)]
    public void Evaluate_GoalThatItsUnitTakesOut_CountsUntilThatIsAccepted(
        Outcome outcome,
        ProgressState state,
        int programmed
    )
    {
        var activity = new ActivityNumber(34);
        var sent = new SentGoal(
            activity,
            2023,
            TestPlan.Second,
            state,
            Late: false,
            new ReportedGoal(activity, 2023, TestPlan.Second, outcome, null)
        );

        var result = ReportCompiler.Evaluate(Plan, TestPlan.Second, [sent]);

        result.Programmed.ShouldBe(programmed);
    }
}
