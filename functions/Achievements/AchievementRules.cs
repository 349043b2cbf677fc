using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Achievements;

/// <summary>
/// What may be done with an achievement, and which version it makes. What says the same again makes no version, so that a
/// request may be repeated. Pure.
/// </summary>
public static class AchievementRules
{
    /// <summary>The achievement as a request leaves it, or why it may not be recorded.</summary>
    /// <param name="current">The latest version; null if there is none.</param>
    /// <param name="expectedVersion">The version that the caller has seen; 0 to record a new one.</param>
    public static Result<Achievement> Record(
        Plan plan,
        Guid id,
        Achievement? current,
        int expectedVersion,
        AchievementRequest request,
        Caller caller,
        DateOnly today,
        DateTimeOffset now
    )
    {
        if (current is not null && expectedVersion == 0 && !AchievementAccess.MaySee(plan, caller, current))
        {
            return IdUsed(current);
        }

        if (expectedVersion > 0 && (current is null || !AchievementAccess.MaySee(plan, caller, current)))
        {
            return Unknown(plan, id);
        }

        var wanted = Trimmed(request);
        var (unit, wrongUnit) = AchievementAccess.UnitFor(plan, caller, wanted.Unit);
        var errors = AchievementChecks.Check(plan, caller, wanted, current, today);
        if (wrongUnit is { Status: StatusCodes.Status403Forbidden })
        {
            return wrongUnit;
        }

        if (wrongUnit is not null || errors.Count > 0)
        {
            return Error.All(wrongUnit is null ? errors : [.. errors, wrongUnit]);
        }

        return Next(plan, current, expectedVersion, Of(plan, id, wanted, unit, current, caller, now));
    }

    /// <summary>The achievement withdrawn, or why it may not be.</summary>
    /// <inheritdoc cref="Record" path="/param"/>
    public static Result<Achievement> Withdraw(
        Plan plan,
        Guid id,
        Achievement? current,
        int expectedVersion,
        string reason,
        Caller caller,
        DateTimeOffset now
    )
    {
        if (current is null || !AchievementAccess.MaySee(plan, caller, current))
        {
            return Unknown(plan, id);
        }

        reason = reason.Trim();
        return AchievementChecks.CheckReason(reason).FirstOrDefault() is { } error ? error
            : current.IsWithdrawn && current.Reason == reason ? current
            : expectedVersion != current.Version ? Changed(current, expectedVersion)
            : current.IsWithdrawn ? Withdrawn()
            : Step(current, AchievementAction.Withdrawn, reason, caller, now);
    }

    /// <summary>The achievement as it was before it was withdrawn, or why it may not be restored.</summary>
    /// <inheritdoc cref="Record" path="/param"/>
    public static Result<Achievement> Restore(
        Plan plan,
        Guid id,
        Achievement? current,
        int expectedVersion,
        Caller caller,
        DateTimeOffset now
    ) =>
        current is null || !AchievementAccess.MaySee(plan, caller, current) ? Unknown(plan, id)
        : !current.IsWithdrawn ? current
        : expectedVersion != current.Version ? Changed(current, expectedVersion)
        : Step(current, AchievementAction.Restored, "", caller, now);

    private static Result<Achievement> Next(Plan plan, Achievement? current, int expectedVersion, Achievement wanted)
    {
        if (current is null)
        {
            return wanted;
        }

        var unit = AchievementAccess.UnitOf(plan, current)?.Code ?? current.Unit;
        if (wanted.SaysTheSameAs(current with { Unit = unit }) && (expectedVersion == 0 || !current.IsWithdrawn))
        {
            return current;
        }

        return expectedVersion == 0 ? IdUsed(current)
            : expectedVersion != current.Version ? Changed(current, expectedVersion)
            : current.IsWithdrawn ? Withdrawn()
            : wanted;
    }

    private static Achievement Step(
        Achievement current,
        AchievementAction action,
        string reason,
        Caller caller,
        DateTimeOffset now
    ) => current with { Action = action, Reason = reason, Version = current.Version + 1, By = caller.Name, At = now };

    private static Achievement Of(
        Plan plan,
        Guid id,
        AchievementRequest request,
        UnitCode? unit,
        Achievement? current,
        Caller caller,
        DateTimeOffset now
    ) =>
        new(
            id,
            AchievementChecks.ThemeOf(plan, request.Theme, current)!,
            request.Title,
            request.Text,
            request.Date!.Value,
            request.Document,
            request.Link,
            request.Figures ?? [],
            request.Women,
            request.Men,
            request.Total ?? request.Women + request.Men,
            request.Activity,
            unit,
            current is null ? AchievementAction.Recorded : AchievementAction.Changed,
            "",
            (current?.Version ?? 0) + 1,
            caller.Name,
            now
        );

    private static AchievementRequest Trimmed(AchievementRequest request) =>
        request with
        {
            Theme = request.Theme.Trim(),
            Title = request.Title.Trim(),
            Text = request.Text.Trim(),
            Document = request.Document.Trim(),
            Link = request.Link.Trim(),
            Figures = (request.Figures ?? [])
                .Select(figure =>
                    figure with
                    {
                        Label = figure.Label.Trim(),
                        UnitOfMeasure = figure.UnitOfMeasure.Trim(),
                    }
                )
                .ToValueList(),
        };

    private static Error Unknown(Plan plan, Guid id) => Error.NotFound("achievement-unknown", id, plan.Id);

    private static Error IdUsed(Achievement current) => Error.Conflict("achievement-id-used", current.Id);

    private static Error Withdrawn() => Error.Conflict("achievement-withdrawn");

    private static Error Changed(Achievement current, int expectedVersion) =>
        new(
            "achievement-changed",
            StatusCodes.Status412PreconditionFailed,
            "If-Match",
            expectedVersion,
            current.Version
        )
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["seenVersion"] = expectedVersion,
                ["version"] = current.Version,
            },
        };
}
