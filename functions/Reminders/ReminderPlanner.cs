using Avance.Functions.Plans;
using Avance.Functions.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders;

/// <summary>Plans the reminders that are due by the tables; the timer only starts it.</summary>
public sealed partial class ReminderPlanner(
    PlansTable plans,
    PlanCache cache,
    PeriodStatusReader statuses,
    OutboxWriter outboxWriter,
    ReceiptMails receipts,
    BusinessCalendar calendar,
    TimeProvider clock,
    IOptions<RemindersOptions> options,
    ILogger<ReminderPlanner> logger
)
{
    public const int PlansAtOnce = 8;

    /// <returns>How many mails were planned.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Hours.Include(clock.GetUtcNow(), calendar))
        {
            return 0;
        }

        var planned = 0;
        await IsolatedBatch.ForEachAsync(
            plans.ListIdsAsync(cancellationToken),
            PlansAtOnce,
            async (plan, token) => Interlocked.Add(ref planned, await PlanAsync(plan, token)),
            (plan, error) => Log.NotPlanned(logger, error, plan),
            cancellationToken
        );
        Log.Planned(logger, planned);
        return planned;
    }

    private async Task<int> PlanAsync(PlanId id, CancellationToken cancellationToken)
    {
        // Not through the cache: reading all plans once an hour would evict those in use.
        if (await plans.FindAsync(id, cancellationToken) is not { } stored)
        {
            return 0;
        }

        var plan = (await cache.ResolveAsync(stored, cancellationToken)).Plan;

        var planned = 0;
        var now = clock.GetUtcNow();
        foreach (var period in plan.ReportedPeriods.Where(period => MaySend(period, now)))
        {
            var status = await statuses.ReadAsync(plan, period, withFindings: false, cancellationToken);
            planned += await receipts.PlanMissingAsync(status, cancellationToken);
            if (now < period.Closes)
            {
                planned += await PlanAsync(status, cancellationToken);
            }
        }

        return planned;
    }

    /// <summary>What was sent in the last moment of a period may still lack its receipt after it.</summary>
    private static bool MaySend(ReportingPeriod period, DateTimeOffset now) =>
        now >= period.Opens && now < period.Closes + ReceiptMails.Window;

    private async Task<int> PlanAsync(PeriodStatus status, CancellationToken cancellationToken)
    {
        var (plan, period, reminders) = (status.Plan, status.Period, status.Reminders);
        var planned = 0;
        foreach (var interrupted in reminders.Planned.Where(one => !one.IsComplete))
        {
            planned += await outboxWriter.CompleteAsync(plan.Id, period.Id, interrupted, cancellationToken);
        }

        foreach (var reminder in Due(status))
        {
            planned += await outboxWriter.PlanAsync(plan, period.Id, reminder, cancellationToken);
        }

        return planned;
    }

    /// <summary>What is due of a period now: to units, and to the secretariat.</summary>
    private IEnumerable<SentReminder> Due(PeriodStatus status)
    {
        var (period, reminders, hours, now) = (status.Period, status.Reminders, options.Value.Hours, clock.GetUtcNow());
        var due = DueReminderRules
            .Of(
                status.Plan.Header.Settings,
                period,
                status.Outstanding,
                reminders.Sent,
                reminders.PausedStages,
                calendar,
                hours,
                now
            )
            .Select(one => new SentReminder(one.Unit, one.Stage, one.Anchor, one.Returns));
        return DueDigestRules.Of(period, reminders.Sent, reminders.PausedStages, calendar, hours, now) is { } week
            ? due.Append(new SentReminder(null, ReminderStage.Digest, week, []))
            : due;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Mails} mails were planned.")]
        public static partial void Planned(ILogger logger, int mails);

        [LoggerMessage(2, LogLevel.Error, "The reminders of {Plan} could not be planned.")]
        public static partial void NotPlanned(ILogger logger, Exception error, PlanId plan);
    }
}
