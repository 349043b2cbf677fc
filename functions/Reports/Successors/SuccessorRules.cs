using System.Globalization;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Recommendations;

namespace Avance.Functions.Reports.Successors;

/// <summary>Makes the draft of the next plan of a plan and its last report. Pure.</summary>
public static class SuccessorRules
{
    /// <param name="result">The figures of the last report; null if nothing was reported yet.</param>
    /// <param name="recommendations">Those of the last report, in its order.</param>
    /// <param name="calendar">Keeps the days of the periods where they are.</param>
    public static Successor Propose(
        Plan plan,
        SuccessorYears years,
        PlanResult? result,
        IReadOnlyCollection<Recommendation> recommendations,
        BusinessCalendar calendar
    )
    {
        var results = (result?.Activities ?? []).ToDictionary(one => one.Activity.Number);
        var texts = recommendations
            .Where(one => one.Activity is not null)
            .ToLookup(one => one.Activity!.Value, one => one.Text);
        var proposed = plan
            .Activities.Select(activity =>
                Propose(plan, activity, years, results.GetValueOrDefault(activity.Number), [.. texts[activity.Number]])
            )
            .ToLookup(one => one.IsLeftOut);
        var draft = new Plan(
            plan.Id,
            HeaderOf(plan.Header, years),
            [.. plan.Units.Select(unit => unit with { AmendedFields = [], FormerCodes = [] })],
            [.. proposed[false].Select(one => one.Activity)],
            [.. proposed[false].SelectMany(one => one.Goals)],
            [.. SuccessorPeriods.Of(plan, years, calendar)]
        );
        return new Successor(
            draft,
            draft with
            {
                Activities = [.. proposed[true].Select(one => one.Activity)],
                Goals = [.. proposed[true].SelectMany(one => one.Goals)],
            },
            [.. proposed[false].Select(one => one.Origin)],
            [.. proposed[true].Select(one => one.Origin)]
        );
    }

    private static ProposedActivity Propose(
        Plan plan,
        Activity activity,
        SuccessorYears years,
        ActivityResult? result,
        ValueList<string> recommendations
    )
    {
        var goals = SuccessorGoals.Of(plan, activity.Number, years, result).ToList();
        var leftOut = LeftOut(activity, result);
        var origin = new SuccessorActivity(
            activity.Number,
            activity.Title,
            activity.ResponsibleUnit,
            leftOut is { } reason
                ? [reason]
                : ReasonsOf(goals.ConvertAll(goal => goal.Origin), recommendations.Count > 0),
            activity.MergedInto,
            [.. goals.Select(goal => goal.Origin)],
            recommendations
        );
        var anew = activity with { Status = ActivityStatus.Active, MergedInto = null };
        return new ProposedActivity(anew, leftOut is not null, [.. goals.Select(goal => goal.Goal)], origin);
    }

    /// <summary>Why an activity is left out; null if it is not. A single goal that counts keeps it in.</summary>
    private static SuccessorReason? LeftOut(Activity activity, ActivityResult? result) =>
        activity.Status switch
        {
            ActivityStatus.Suspended => SuccessorReason.Suspended,
            ActivityStatus.Reformulated => SuccessorReason.Reformulated,
            _ when result is null || result.IsProgrammed => null,
            _ => result.Goals[^1].Outcome == Outcome.Suspended
                ? SuccessorReason.Suspended
                : SuccessorReason.Reformulated,
        };

    private static ValueList<SuccessorReason> ReasonsOf(IReadOnlyCollection<SuccessorGoal> goals, bool isRecommended)
    {
        SuccessorReason[] ofGoals = [SuccessorReason.CarriedOver, SuccessorReason.Rescheduled];
        var found = ofGoals.Where(reason => goals.Any(goal => goal.Reason == reason)).ToList();
        if (isRecommended)
        {
            found.Add(SuccessorReason.Recommended);
        }

        return found.Count > 0 ? [.. found] : [SuccessorReason.Kept];
    }

    /// <summary>
    /// The years in the name are replaced. The legal basis is left empty: the import refuses an empty one, so the
    /// secretariat must write its own. The next plan is reported in Avance from its first period on.
    /// </summary>
    private static PlanHeader HeaderOf(PlanHeader header, SuccessorYears years) =>
        header with
        {
            Name = header.Name.Replace(
                Range(header.FirstYear, header.LastYear),
                Range(years.First, years.Last),
                StringComparison.Ordinal
            ),
            LegalBasis = "",
            FirstYear = years.First,
            LastYear = years.Last,
            Settings = header.Settings with { FirstPeriod = null },
        };

    private static string Range(int first, int last) =>
        first == last
            ? first.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}");

    private sealed record ProposedActivity(
        Activity Activity,
        bool IsLeftOut,
        ValueList<Goal> Goals,
        SuccessorActivity Origin
    );
}
