using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>What a request makes of a recommendation. Pure.</summary>
public static class RecommendationChanges
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxText = 4_000;

    /// <summary>Longest draft that may be sent along, in characters: a draft quotes names, a requirement and a note.</summary>
    public const int MaxDraft = 20_000;

    /// <summary>Shortest text, in characters.</summary>
    public const int MinText = 10;

    /// <summary>Longest name of a document, in characters.</summary>
    public const int MaxDocument = 300;

    /// <param name="draft">What is drafted now; null if nothing is.</param>
    /// <param name="current">What was made of it before; null if nothing was.</param>
    /// <param name="seen">The version that the caller saw.</param>
    /// <returns>The current edit itself if the request says the same.</returns>
    public static Result<RecommendationEdit> Save(
        Plan plan,
        RecommendationId id,
        RecommendationDraft? draft,
        RecommendationEdit? current,
        int seen,
        RecommendationRequest request,
        Caller caller,
        DateTimeOffset now
    )
    {
        var source = draft ?? current?.Drafted;
        if (!id.IsAdded && source is null)
        {
            return Error.NotFound("recommendation-unknown", id);
        }

        var activity = Own(request.Activity, source?.Activity);
        var text = request.Text.ReplaceLineEndings("\n").Trim();
        var next = new RecommendationEdit(
            id,
            // Told of an older draft, it is out of date until its editor has seen the new one.
            request.Draft
                is null
            || source is null
                ? source
                : source with
                {
                    Text = request.Draft,
                },
            text.Length == 0 && request.IsDropped ? source?.Text ?? "" : text,
            source is null ? request.Unit ?? UnitOf(plan, activity) : Own(request.Unit, source.Unit),
            activity,
            request.Document?.Trim() is { } document && document != source?.Document ? document : null,
            request.IsDropped,
            IsWithdrawn: false,
            seen + 1,
            caller.Name,
            now
        );
        if (text.Length == 0 && request.IsDropped && current is { IsWithdrawn: false })
        {
            // Dropped as it is: what was edited stays, should it be taken back.
            next = current with
            {
                IsDropped = true,
                Version = next.Version,
                By = next.By,
                At = next.At,
            };
        }

        if (current is not null && EditedVersions.IsRepeated(current.Version, seen) && current.SaysSame(next))
        {
            return current;
        }

        var errors = Check(plan, next, source).ToList();
        return errors.Count > 0 ? Error.All(errors)
            : EditedVersions.Check(current?.Version ?? 0, seen) is { } changed ? changed
            : next;
    }

    /// <summary>Gives the draft back, or removes what was added.</summary>
    /// <returns>The current edit itself if that was done before.</returns>
    /// <inheritdoc cref="Save"/>
    public static Result<RecommendationEdit> Withdraw(
        RecommendationId id,
        RecommendationEdit? current,
        int seen,
        Caller caller,
        DateTimeOffset now
    )
    {
        if (current is null)
        {
            return Error.NotFound("recommendation-unknown", id);
        }

        return current.IsWithdrawn && EditedVersions.IsRepeated(current.Version, seen) ? current
            : EditedVersions.Check(current.Version, seen) is { } changed ? changed
            : new RecommendationEdit(
                id,
                current.Drafted,
                "",
                null,
                null,
                null,
                IsDropped: false,
                IsWithdrawn: true,
                seen + 1,
                caller.Name,
                now
            );
    }

    /// <returns>The current order itself if the request says the same.</returns>
    public static Result<RecommendationOrder> Order(
        PeriodRecommendations all,
        int seen,
        OrderRequest request,
        Caller caller,
        DateTimeOffset now
    )
    {
        // Of what is no longer there nothing is to be ordered.
        var known = all.Merge().Select(one => one.Id).ToHashSet();
        var (ids, current) = (request.Ids.Where(known.Contains).Distinct().ToValueList(), all.Order);
        return EditedVersions.IsRepeated(current.Version, seen) && current.Ids.Equals(ids) ? current
            : EditedVersions.Check(current.Version, seen) is { } changed ? changed
            : new RecommendationOrder(ids, seen + 1, caller.Name, now, current.ETag);
    }

    private static IEnumerable<Error> Check(Plan plan, RecommendationEdit edit, RecommendationDraft? source)
    {
        // A draft may be longer than what people may write.
        if (edit.Text != source?.Text && edit.Text.Length < MinText)
        {
            yield return Error.Invalid("recommendation-too-short", "text", MinText);
        }

        if (edit.Text != source?.Text)
        {
            foreach (var error in ProgressValidation.TooLong("text", edit.Text, MaxText))
            {
                yield return error;
            }
        }

        foreach (var error in ProgressValidation.TooLong("draft", edit.Drafted?.Text ?? "", MaxDraft))
        {
            yield return error;
        }

        foreach (var error in ProgressValidation.TooLong("document", edit.Document ?? "", MaxDocument))
        {
            yield return error;
        }

        if (edit.Unit is { } unit && plan.FindUnit(unit) is null)
        {
            yield return Error.Invalid("unit-unknown", "unit", unit, plan.Id);
        }

        if (edit.Activity is { } activity && plan.FindActivity(activity) is null)
        {
            yield return Error.Invalid("activity-unknown", "activity", activity, plan.Id);
        }
        else if (edit.Unit is null && source is null)
        {
            yield return Error.Invalid("recommendation-without-unit", "unit");
        }
    }

    private static UnitCode? UnitOf(Plan plan, ActivityNumber? activity) =>
        activity is { } number ? plan.FindActivity(number)?.ResponsibleUnit : null;

    /// <summary>Null if it is the draft's, which it then follows.</summary>
    private static T? Own<T>(T? given, T? drafted)
        where T : struct => Nullable.Equals(given, drafted) ? null : given;
}
