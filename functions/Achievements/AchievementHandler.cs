using System.Globalization;
using System.Text.Json;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage;

namespace Avance.Functions.Achievements;

/// <summary>
/// Records, changes, withdraws and restores achievements. The audit entry is written last; a repeated request writes it
/// again, with the instant stored in the version, so that it is the same entry.
/// </summary>
public sealed class AchievementHandler(
    PlanCache plans,
    AchievementTable table,
    AuditTable audit,
    BusinessCalendar calendar,
    TimeProvider clock
)
{
    private const int MaxAttempts = 5;

    public Task<Result<AchievementView>> RecordAsync(
        PlanId plan,
        Guid id,
        int expectedVersion,
        AchievementRequest request,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        id == Guid.Empty
            ? Task.FromResult<Result<AchievementView>>(Error.NotFound("achievement-unknown", id, plan))
            : WriteAsync(
                plan,
                id,
                (found, current, now) =>
                    AchievementRules.Record(
                        found,
                        id,
                        current,
                        expectedVersion,
                        request,
                        caller,
                        calendar.DayOf(now),
                        now
                    ),
                cancellationToken
            );

    public Task<Result<AchievementView>> WithdrawAsync(
        PlanId plan,
        Guid id,
        int expectedVersion,
        WithdrawalRequest request,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            plan,
            id,
            (found, current, now) =>
                AchievementRules.Withdraw(found, id, current, expectedVersion, request.Reason, caller, now),
            cancellationToken
        );

    public Task<Result<AchievementView>> RestoreAsync(
        PlanId plan,
        Guid id,
        int expectedVersion,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            plan,
            id,
            (found, current, now) => AchievementRules.Restore(found, id, current, expectedVersion, caller, now),
            cancellationToken
        );

    private async Task<Result<AchievementView>> WriteAsync(
        PlanId planId,
        Guid id,
        Func<Plan, Achievement?, DateTimeOffset, Result<Achievement>> decide,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetAsync(planId, cancellationToken)).Succeeded(out var plan, out var error))
        {
            return error;
        }

        // A write fails only if another version was made: the next round refuses the request, or finds what it asks for.
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var now = clock.GetUtcNow();
            var read = await table.FindAsync(planId, id, cancellationToken);
            if (!decide(plan, read?.Achievement, now).Succeeded(out var next, out error))
            {
                return error;
            }

            if (next == read?.Achievement || await table.TryWriteAsync(planId, read?.ETag, next, cancellationToken))
            {
                await AuditAsync(planId, next, cancellationToken);
                return AchievementView.Of(plan, next, calendar);
            }
        }

        return Error.Conflict("edit-busy");
    }

    /// <summary>Without title and text, which may name persons.</summary>
    private Task AuditAsync(PlanId plan, Achievement achievement, CancellationToken cancellationToken) =>
        audit.AddAsync(
            new AuditEntry(
                plan,
                string.Create(CultureInfo.InvariantCulture, $"achievement|{achievement.Id}|{achievement.Version}"),
                achievement.At,
                achievement.By,
                achievement.Action switch
                {
                    AchievementAction.Withdrawn => "withdrawAchievement",
                    AchievementAction.Restored => "restoreAchievement",
                    _ => "recordAchievement",
                },
                achievement.Id.ToString("D"),
                achievement.Reason,
                achievement.Document,
                JsonSerializer.Serialize(
                    new
                    {
                        achievement.Version,
                        achievement.Theme,
                        achievement.Date,
                        achievement.Unit,
                    },
                    StoredJson.Options
                )
            ),
            cancellationToken
        );
}
