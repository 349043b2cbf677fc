using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Progress;

/// <summary>Which versions may follow which. Pure.</summary>
public static class ProgressRules
{
    /// <summary>The version that a unit's save or submission makes, or why it makes none.</summary>
    /// <param name="period">The period as the plan has it.</param>
    /// <param name="activity">The activity as the plan has it.</param>
    /// <param name="goals">The activity's goals in the period's year.</param>
    /// <param name="current">The latest version; null if there is none.</param>
    /// <param name="expectedVersion">The version that the caller has seen; 0 if none.</param>
    /// <param name="request">What the caller asks for.</param>
    /// <param name="uploaded">The files that were uploaded for the activity and not withdrawn.</param>
    /// <param name="kind">The kind of the plan: indicators and deliveries have outcomes of their own.</param>
    public static Result<ActivityProgress> Save(
        ReportingPeriod period,
        Activity activity,
        IReadOnlyList<Goal> goals,
        ActivityProgress? current,
        int expectedVersion,
        ProgressRequest request,
        IReadOnlyList<EvidenceEntry> uploaded,
        Caller caller,
        DateTimeOffset now,
        PlanKind kind = PlanKind.Sector
    )
    {
        var content = request.ToContent();
        var error =
            CheckActivity(activity, goals, period.Id)
            ?? PeriodRules.CheckOpen(period, now)
            ?? CheckVersion(current, expectedVersion)
            ?? CheckEditable(current?.State);
        if (error is not null)
        {
            return error;
        }

        var chosen = uploaded.Where(file => request.Evidence?.Contains(file.Id) ?? true).ToValueList();
        List<Error> errors =
        [
            .. ProgressValidation.Check(request.Action, content, goals, kind),
            .. ProgressValidation.CheckEvidence(request.Evidence ?? [], uploaded),
            .. kind == PlanKind.WorkPlan && request.Action == ProgressAction.Submit
                ? ProgressValidation.CheckDelivery(content, chosen)
                : [],
        ];
        if (errors.Count > 0)
        {
            return Error.All(errors);
        }

        var submitted = request.Action == ProgressAction.Submit;
        return new ActivityProgress(
            activity.Number,
            period.Id,
            (current?.Version ?? 0) + 1,
            (current?.State, submitted) switch
            {
                (ProgressState.Returned, true) => ProgressState.Resubmitted,
                (ProgressState.Returned, false) => ProgressState.Returned,
                (_, true) => ProgressState.Submitted,
                (_, false) => ProgressState.Draft,
            },
            content,
            current?.Observation ?? "",
            submitted ? period.StateAt(now) == PeriodState.Late : current?.Late ?? false,
            caller.Name,
            now,
            submitted ? Count(activity.Number, period.Id, content) : current?.Counted ?? []
        )
        {
            Evidence = submitted ? chosen : current?.Evidence ?? [],
        };
    }

    /// <summary>The version that a decision of the secretariat makes, or why it makes none. A closed period may be reviewed.</summary>
    public static Result<ActivityProgress> Review(
        ActivityProgress? current,
        int expectedVersion,
        ReviewRequest request,
        Caller caller,
        DateTimeOffset now
    )
    {
        if (CheckVersion(current, expectedVersion) is { } changed)
        {
            return changed;
        }

        var isReturn = request.Decision == ReviewDecision.Return;
        var possible = isReturn
            ? current?.State is ProgressState.Submitted or ProgressState.Resubmitted or ProgressState.Accepted
            : current?.State is ProgressState.Submitted or ProgressState.Resubmitted;
        if (current is null || !possible)
        {
            return Error.Conflict("nothing-to-review");
        }

        var observation = request.Observation.Trim();
        if (isReturn && observation.Length < ProgressValidation.MinReason)
        {
            return Error.Invalid("observation-missing", "observation", ProgressValidation.MinReason);
        }

        if (
            ProgressValidation.TooLong("observation", observation, ProgressValidation.MaxText).FirstOrDefault() is
            { } tooLong
        )
        {
            return tooLong;
        }

        return current with
        {
            Version = current.Version + 1,
            State = isReturn ? ProgressState.Returned : ProgressState.Accepted,
            Observation = isReturn ? observation : current.Observation,
            By = caller.Name,
            At = now,
        };
    }

    private static Error? CheckActivity(Activity activity, IReadOnlyList<Goal> goals, Period period) =>
        activity.Status != ActivityStatus.Active ? Error.Conflict("activity-not-active", activity.Number)
        : goals.Count == 0 ? Error.Conflict("activity-without-goal", activity.Number, period.Year)
        : null;

    private static Error? CheckVersion(ActivityProgress? current, int expectedVersion) =>
        (current?.Version ?? 0) == expectedVersion ? null : Changed(current?.Version ?? 0, expectedVersion);

    /// <summary>Another version was made since the caller last read (412).</summary>
    public static Error Changed(int version, int expectedVersion) =>
        new("progress-changed", StatusCodes.Status412PreconditionFailed, "If-Match", expectedVersion, version)
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["seenVersion"] = expectedVersion,
                ["version"] = version,
            },
        };

    /// <summary>The error if a unit may not change progress in that state; null if it may.</summary>
    public static Error? CheckEditable(ProgressState? state) =>
        state switch
        {
            ProgressState.Submitted or ProgressState.Resubmitted => Error.Conflict("already-submitted"),
            ProgressState.Accepted => Error.Conflict("already-accepted"),
            _ => null,
        };

    private static ValueList<ReportedGoal> Count(ActivityNumber activity, Period period, ProgressContent content) =>
        content
            .Goals.OrderBy(goal => goal.Year)
            .Select(goal => new ReportedGoal(activity, goal.Year, period, goal.Outcome, goal.Executed))
            .ToValueList();
}
