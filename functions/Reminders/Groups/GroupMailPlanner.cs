using Avance.Functions.Groups;
using Avance.Functions.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders.Groups;

/// <summary>
/// Plans what groups are to be told by the tables; the timer only starts it. Only groups that follow a plan are told
/// anything: the others are entries of the national register.
/// </summary>
public sealed partial class GroupMailPlanner(
    WorkingGroupTable groups,
    GroupMailsTable table,
    GroupMails mails,
    BusinessCalendar calendar,
    TimeProvider clock,
    IOptions<RemindersOptions> options,
    ILogger<GroupMailPlanner> logger
)
{
    private const int GroupsAtOnce = 8;

    /// <returns>How many mails were planned.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Hours.Include(clock.GetUtcNow(), calendar))
        {
            return 0;
        }

        var planned = 0;
        await IsolatedBatch.ForEachAsync(
            groups.ListAsync(cancellationToken).Where(group => group.Plans.Count > 0),
            GroupsAtOnce,
            async (group, token) => Interlocked.Add(ref planned, await PlanAsync(group, token)),
            (group, error) => Log.NotPlanned(logger, error, group.Id),
            cancellationToken
        );
        Log.Planned(logger, planned);
        return planned;
    }

    private async Task<int> PlanAsync(WorkingGroup group, CancellationToken cancellationToken)
    {
        var known = await table.ListAsync(group.Id, cancellationToken);
        var sessions = await groups.SessionsAsync(group.Id, cancellationToken);
        var planned = 0;
        foreach (var interrupted in known.Where(one => !one.IsComplete))
        {
            planned += await mails.CompleteAsync(interrupted, cancellationToken);
        }

        foreach (var reminder in GroupReminderRules.Of(group, sessions, calendar, clock.GetUtcNow()))
        {
            planned += await mails.EnsureAsync(group, reminder, Complete(known), cancellationToken);
        }

        return planned;
    }

    private static IReadOnlyCollection<PlannedGroupMails> Complete(IEnumerable<PlannedGroupMails> known) =>
        [.. known.Select(one => one with { IsComplete = true })];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Mails} mails of groups were planned.")]
        public static partial void Planned(ILogger logger, int mails);

        [LoggerMessage(2, LogLevel.Error, "The mails of {Group} could not be planned.")]
        public static partial void NotPlanned(ILogger logger, Exception error, WorkingGroupId group);
    }
}
