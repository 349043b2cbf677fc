using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Achievements;

/// <summary>Lists and finds the achievements that a caller may see.</summary>
public sealed class AchievementReader(
    PlanCache plans,
    AchievementTable table,
    BusinessCalendar calendar,
    TimeProvider clock
)
{
    /// <param name="unit">See <see cref="AchievementFilter.Parse"/>, also for the other filters.</param>
    public async Task<Result<AchievementList>> ListAsync(
        PlanId planId,
        string? unit,
        string? theme,
        string? year,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (
            !(await plans.GetAsync(planId, cancellationToken)).Succeeded(out var plan, out var error)
            || !AchievementFilter.Parse(plan, unit, theme, year).Succeeded(out var filter, out error)
        )
        {
            return error;
        }

        var (from, to) = AchievementAccess.DaysFor(plan, caller, calendar.DayOf(clock.GetUtcNow()));
        return new AchievementList(
            plan.Header.Settings.Themes,
            from,
            to,
            (await table.ListAsync(planId, cancellationToken))
                .Where(one => AchievementAccess.MaySee(plan, caller, one) && filter.Matches(plan, one))
                .OrderByDescending(one => one.Date)
                .ThenByDescending(one => one.At)
                .ThenBy(one => one.Id)
                .Select(one => AchievementView.Of(plan, one, calendar))
                .ToValueList()
        );
    }

    /// <summary>
    /// The achievement with those of its versions that the caller may see: earlier ones may be of another unit or year. One
    /// whose latest version the caller may not see is 404, as an unknown one is.
    /// </summary>
    public async Task<Result<AchievementHistory>> FindAsync(
        PlanId planId,
        Guid id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetAsync(planId, cancellationToken)).Succeeded(out var plan, out var error))
        {
            return error;
        }

        var versions = await table.VersionsAsync(planId, id, cancellationToken);
        if (versions is not [.., var latest] || !AchievementAccess.MaySee(plan, caller, latest))
        {
            return Error.NotFound("achievement-unknown", id, planId);
        }

        return new AchievementHistory(
            AchievementView.Of(plan, latest, calendar),
            versions
                .Where(one => AchievementAccess.MaySee(plan, caller, one))
                .Select(one => AchievementView.Of(plan, one, calendar))
                .ToValueList()
        );
    }
}
