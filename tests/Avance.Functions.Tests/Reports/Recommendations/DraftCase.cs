using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Findings;

namespace Avance.Functions.Tests.Reports.Recommendations;

/// <summary>Findings and figures of which recommendations are drafted.</summary>
internal static class DraftCase
{
    public static ValueList<RecommendationDraft> DraftsOf(Plan plan, SentGoal[] sent, Finding[] findings) =>
        RecommendationRules.Draft(plan, ReportCompiler.Evaluate(plan, TestPlan.Second, sent), findings, []);

    public static IEnumerable<Finding> FindingsOf(string code) =>
        FindingRules
            .Examine(FindingExamples.All[code].Build())
            .Where(item => item.Rule.Code == code)
            .Select(item => Finding.Raise(ClaimBuilder.Here, item.Rule, item.Finding, TestPlan.WhileOpen));

    public static Finding Shared(int here, int there, string document, string code = "same-number")
    {
        var example = FindingsOf(code).First();
        var claim = new ClaimAddress(TestPlan.Second, new ActivityNumber(here));
        var raised = new RaisedFinding($"{document}|{there}", [document, $"{there}", "2023-II", document]);
        return example with
        {
            Id = FindingId.Of(claim, code, raised),
            Arguments = raised.Arguments,
            Elsewhere = claim with { Activity = new ActivityNumber(there) },
        };
    }

    public static SentGoal Reached(int activity) => Sent(activity, Outcome.Reported, 10);

    public static SentGoal Sent(int activity, Outcome outcome, decimal? executed, int year = 2023)
    {
        var number = new ActivityNumber(activity);
        var goal = new ReportedGoal(number, year, TestPlan.Second, outcome, executed);
        return new SentGoal(number, year, TestPlan.Second, ProgressState.Accepted, false, goal);
    }
}
