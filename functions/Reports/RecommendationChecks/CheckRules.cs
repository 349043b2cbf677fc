using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reports.Recommendations;

namespace Avance.Functions.Reports.RecommendationChecks;

/// <summary>What a plan has for the recommendations of the plan before, and what may be said of them. Pure.</summary>
public static class CheckRules
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaxNote = 1_000;

    /// <summary>Shortest reason for which a recommendation does not apply, in characters.</summary>
    public const int MinReason = 10;

    /// <summary>From this similarity on an activity with the same number is taken for the same one.</summary>
    private const double SameNumber = 0.5;

    /// <summary>From this similarity on an activity with another number is taken for an answer.</summary>
    private const double OtherNumber = 0.6;

    /// <param name="plan">The plan that is checked.</param>
    /// <param name="before">The plan whose report recommends.</param>
    /// <param name="decisions">What was said, by the recommendation.</param>
    public static ValueList<CheckedRecommendation> Check(
        Plan plan,
        Plan before,
        IEnumerable<Recommendation> recommendations,
        IReadOnlyDictionary<RecommendationId, CheckDecision> decisions
    ) =>
        [
            .. recommendations.Select(one =>
            {
                var named = one.Activity is { } number ? before.FindActivity(number) : null;
                var (match, answer) = one.Activity is null ? MatchUnit(plan, one.Unit) : Match(plan, named);
                var decision = decisions.GetValueOrDefault(one.Id);
                return new CheckedRecommendation(
                    one.Id,
                    one.Unit,
                    one.Activity,
                    named?.Title ?? "",
                    one.Text,
                    match,
                    answer?.Number,
                    answer?.Title ?? "",
                    decision?.State ?? CheckState.Open,
                    decision?.Note ?? "",
                    decision?.Version ?? 0,
                    decision?.By ?? "",
                    decision?.At
                );
            }),
        ];

    /// <summary>The decision that a request makes, or why it may not be made.</summary>
    /// <param name="current">What was said before; null if nothing was.</param>
    /// <param name="seen">The version that the caller saw.</param>
    /// <returns>The current decision itself if the request says the same.</returns>
    public static Result<CheckDecision> Decide(
        CheckDecision? current,
        int seen,
        CheckRequest request,
        Caller caller,
        DateTimeOffset now
    )
    {
        var note = request.State == CheckState.Open ? "" : request.Note.ReplaceLineEndings("\n").Trim();
        if (
            current is not null
            && EditedVersions.IsRepeated(current.Version, seen)
            && (current.State, current.Note) == (request.State, note)
        )
        {
            return current;
        }

        if (note.Length > MaxNote)
        {
            return Error.Invalid("text-too-long", "note", note.Length, MaxNote);
        }

        if (request.State == CheckState.NotApplicable && note.Length < MinReason)
        {
            return Error.Invalid("check-reason", "note", MinReason);
        }

        return EditedVersions.Check(current?.Version ?? 0, seen) is { } changed
            ? changed
            : new CheckDecision(request.State, note, seen + 1, caller.Name, now);
    }

    private static (CheckMatch Match, Activity? Answer) MatchUnit(Plan plan, UnitCode unit)
    {
        var code = plan.FindUnit($"{unit}")?.Code;
        return (Active(plan).Exists(one => one.ResponsibleUnit == code) ? CheckMatch.SameUnit : CheckMatch.None, null);
    }

    /// <param name="named">The activity that the recommendation names; null if the plan before no longer has it.</param>
    private static (CheckMatch Match, Activity? Answer) Match(Plan plan, Activity? named)
    {
        if (named is null)
        {
            return (CheckMatch.None, null);
        }

        var active = Active(plan);
        var same = active.Find(one => one.Number == named.Number);
        if (same is not null && TitleSimilarity.Of(same.Title, named.Title) >= SameNumber)
        {
            return (CheckMatch.SameActivity, same);
        }

        var (similar, similarity) = active
            .Select(one => (Activity: one, Similarity: TitleSimilarity.Of(one.Title, named.Title)))
            .OrderByDescending(one => one.Similarity)
            .FirstOrDefault();
        return similarity >= OtherNumber ? (CheckMatch.SimilarTitle, similar) : (CheckMatch.None, null);
    }

    private static List<Activity> Active(Plan plan) =>
        [.. plan.Activities.Where(activity => activity.Status == ActivityStatus.Active)];
}
