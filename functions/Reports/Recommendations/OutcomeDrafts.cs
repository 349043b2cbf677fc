using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>
/// Drafts on what became of goals. Before the year ends a goal may still be reached: only what was not sent in time, not
/// quantified or rescheduled is spoken of then.
/// </summary>
internal sealed class OutcomeDrafts(Plan plan, PlanResult result, IEnumerable<Finding> findings)
{
    private const string NothingSubmitted = "nothing-submitted";
    private const string WithoutNumber = "claim-without-number";

    private readonly HashSet<(ActivityNumber, string)> standing = CodesOf(findings.Where(RecommendationRules.Stands));
    private readonly HashSet<(ActivityNumber, string)> dismissed = CodesOf(
        findings.Where(finding => !RecommendationRules.Stands(finding))
    );

    private readonly bool endsYear = plan.Periods.All(other =>
        other.Id.Year != result.Period.Year || other.Id.CompareTo(result.Period) <= 0
    );

    public IEnumerable<RecommendationDraft> Draft() =>
        from activity in result.Activities
        where activity.IsProgrammed
        from goals in activity
            .Goals.Where(goal => goal.IsProgrammed)
            .GroupBy(goal => ReasonOf(activity.Activity.Number, goal))
        let reason = goals.Key
        where reason is not null
        select Draft(activity.Activity, reason.Value, [.. goals]);

    private static HashSet<(ActivityNumber, string)> CodesOf(IEnumerable<Finding> findings) =>
        findings.Select(finding => (finding.Id.Claim.Activity, finding.Id.Code)).ToHashSet();

    /// <summary>Null if nothing is recommended: a dismissed finding says that what it found is right as it is.</summary>
    private RecommendationReason? ReasonOf(ActivityNumber activity, GoalResult goal) =>
        goal.Outcome switch
        {
            Outcome.NotQuantified when !dismissed.Contains((activity, WithoutNumber)) =>
                RecommendationReason.NotQuantified,
            Outcome.Rescheduled => RecommendationReason.Rescheduled,
            Outcome.NotReported
                when (endsYear || standing.Contains((activity, NothingSubmitted)))
                    && !dismissed.Contains((activity, NothingSubmitted)) => RecommendationReason.NotExecuted,
            // An indicator at 0 % has a value: it stands where its baseline was.
            Outcome.Reported when endsYear && goal is { IsIndicator: false, Percent: 0 } =>
                RecommendationReason.NotExecuted,
            Outcome.Reported when endsYear && IsFarBelow(goal) => RecommendationReason.FarBelowTarget,
            _ => null,
        };

    private bool IsFarBelow(GoalResult goal) =>
        goal.Percent < plan.Header.Settings.AmberFrom && !(goal.IsIndicator && goal.IsFullyExecuted);

    private RecommendationDraft Draft(Activity activity, RecommendationReason reason, List<GoalResult> goals) =>
        new(
            RecommendationId.Of(reason, activity.Number, ""),
            reason,
            activity.ResponsibleUnit,
            activity.Number,
            "",
            goals[0].IsIndicator ? OfIndicator(activity, reason, goals) : OfActivity(activity, reason, goals)
        );

    private string OfActivity(Activity activity, RecommendationReason reason, List<GoalResult> goals) =>
        reason switch
        {
            RecommendationReason.NotQuantified => RecommendationText.Of(
                "not-quantified",
                activity,
                RecommendationText.Goals(goals),
                activity.UnitOfMeasure
            ),
            RecommendationReason.Rescheduled => RecommendationText.Of(
                "rescheduled",
                activity,
                RecommendationText.Goals(goals)
            ),
            RecommendationReason.FarBelowTarget => RecommendationText.Of(
                "far-below",
                activity,
                RecommendationText.Executed(goals)
            ),
            _ => standing.Contains((activity.Number, NothingSubmitted))
            && goals.TrueForAll(goal => goal.Outcome == Outcome.NotReported)
                ? RecommendationText.Of("nothing-sent", activity, result.Period)
                : RecommendationText.Of("not-executed", activity, RecommendationText.Executed(goals)),
        };

    private string OfIndicator(Activity activity, RecommendationReason reason, List<GoalResult> goals)
    {
        var code = plan.Policy?.FindIndicator(activity.Number)?.Code ?? $"{activity.Number}";
        return reason == RecommendationReason.FarBelowTarget
            ? RecommendationText.Of("indicator-below", code, activity.Title, RecommendationText.Obtained(goals))
            : RecommendationText.Of("indicator-not-sent", code, activity.Title, $"{result.Period.Year}");
    }
}
