using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Reminders;

/// <summary>
/// Plans the mails that confirm submissions: one reminder a submission, however often it is asked for. The table of
/// progress tells which are due, since it holds each submission from the moment it was accepted.
/// </summary>
public sealed class ReceiptMails(PlanCache plans, ProgressTable progress, OutboxWriter outboxWriter, TimeProvider clock)
{
    /// <summary>Submissions older than this get no mail any more: it would surprise their unit.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <returns>How many mails were planned.</returns>
    public async Task<int> PlanAsync(ProgressAddress address, CancellationToken cancellationToken) =>
        (await plans.GetAsync(address.Plan, cancellationToken)).Succeeded(out var plan, out _)
            ? await PlanAsync(plan, address, cancellationToken)
            : 0;

    /// <summary>Plans the receipts of a period whose message was lost.</summary>
    /// <returns>How many mails were planned.</returns>
    public async Task<int> PlanMissingAsync(PeriodStatus status, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Window;
        var known = status
            .Reminders.Planned.Where(one => one.IsComplete && one.Reminder.Stage == ReminderStage.Receipt)
            .Select(one => one.Reminder.Anchor)
            .ToHashSet(StringComparer.Ordinal);
        var missing = status.Activities.Where(one => one.At >= since && MayLackReceipt(one, known));
        var planned = 0;
        foreach (var activity in missing)
        {
            var address = new ProgressAddress(status.Plan.Id, status.Period.Id, activity.Activity);
            planned += await PlanAsync(status.Plan, address, cancellationToken);
        }

        return planned;
    }

    private async Task<int> PlanAsync(Plan plan, ProgressAddress address, CancellationToken cancellationToken)
    {
        if (
            plan.FindActivity(address.Activity) is not { } activity
            || plan.FindUnit(activity.ResponsibleUnit) is not { Contacts.Count: > 0 } unit
        )
        {
            return 0;
        }

        var planned = 0;
        var since = clock.GetUtcNow() - Window;
        await foreach (var version in progress.SubmissionsAsync(address, since, cancellationToken))
        {
            // Without the unit in its key: a unit renamed meanwhile would get a second mail.
            var reminder = new SentReminder(null, ReminderStage.Receipt, AnchorOf(address.Activity, version), []);
            planned += await outboxWriter.EnsureAsync(plan, address.Period, reminder, unit.Code, cancellationToken);
        }

        return planned;
    }

    /// <summary>A review makes the version after the one that it decides on, so the receipt is that of the version before.</summary>
    private static bool MayLackReceipt(ActivityProgressStatus status, HashSet<string> receipts) =>
        status.State switch
        {
            ProgressState.Draft => false,
            ProgressState.Submitted or ProgressState.Resubmitted => !receipts.Contains(
                AnchorOf(status.Activity, status.Version)
            ),
            _ => !receipts.Contains(AnchorOf(status.Activity, status.Version - 1)),
        };

    private static string AnchorOf(ActivityNumber activity, int version) =>
        new ProgressVersionKey(activity, version).ToString();
}
