using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Reminders;

/// <summary>
/// Plans the mails that say what arrived: one reminder a submission, whose name it bears, however often somebody asks.
/// What is due is asked of the table of progress, where each submission stands since the moment in which it was taken.
/// </summary>
public sealed class ReceiptMails(PlanCache plans, ProgressTable progress, ReminderPlanning planning, TimeProvider clock)
{
    /// <summary>What was sent longer ago gets no mail any more: it would surprise.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <returns>How many mails were planned.</returns>
    public async Task<int> PlanAsync(ProgressAddress address, CancellationToken cancellationToken)
    {
        if (
            !(await plans.GetAsync(address.Plan, cancellationToken)).Succeeded(out var plan, out _)
            || plan.FindActivity(address.Activity) is not { } activity
            || plan.FindUnit(activity.ResponsibleUnit) is not { Contacts.Count: > 0 } unit
        )
        {
            return 0;
        }

        var planned = 0;
        var since = clock.GetUtcNow() - Window;
        await foreach (var version in progress.SubmissionsAsync(address, since, cancellationToken))
        {
            var anchor = new VersionKey(address.Activity, version).ToString();
            // Of no unit: one that is renamed meanwhile would get another mail.
            var reminder = new SentReminder(null, ReminderStage.Receipt, anchor, []);
            planned += await planning.EnsureAsync(plan, address.Period, reminder, unit.Code, cancellationToken);
        }

        return planned;
    }
}
