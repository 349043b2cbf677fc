using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>What is kept of the reminders of a period.</summary>
/// <param name="plan">Says what units are called now.</param>
/// <param name="planned">What was planned, under the codes that units had then.</param>
/// <param name="holds">What the secretariat said of stages.</param>
public sealed class PeriodReminders(Plan plan, IReadOnlyList<PlannedReminder> planned, IReadOnlyList<Hold> holds)
{
    public IReadOnlyList<PlannedReminder> Planned { get; } = planned;

    public IReadOnlyList<Hold> Holds { get; } = holds;

    public IReadOnlySet<ReminderStage> Held { get; } =
        holds.Where(hold => hold.IsHeld).Select(hold => hold.Stage).ToHashSet();

    /// <summary>What was planned. A unit that was renamed since then is the same unit: it is not reminded again.</summary>
    public IReadOnlyList<SentReminder> Sent { get; } =
    [
        .. planned.Select(one =>
            one.Reminder with
            {
                Unit = one.Reminder.Unit is { } unit ? plan.FindUnit(unit.ToString())?.Code ?? unit : null,
            }
        ),
    ];
}
