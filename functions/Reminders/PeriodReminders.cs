using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>The stored reminders and pauses of a period.</summary>
/// <param name="plan">Gives the present codes of units.</param>
/// <param name="planned">What was planned, under the codes that units had then.</param>
/// <param name="pauses">What the secretariat last decided on each stage.</param>
public sealed class PeriodReminders(Plan plan, IReadOnlyList<PlannedReminder> planned, IReadOnlyList<StagePause> pauses)
{
    public IReadOnlyList<PlannedReminder> Planned { get; } = planned;

    public IReadOnlyList<StagePause> Pauses { get; } = pauses;

    public IReadOnlySet<ReminderStage> PausedStages { get; } =
        pauses.Where(pause => pause.IsHeld).Select(pause => pause.Stage).ToHashSet();

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
