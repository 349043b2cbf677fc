using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>The state of a period, as far as reminders need it.</summary>
/// <param name="Activities">How the progress of each activity stands.</param>
/// <param name="Outstanding">What each unit owes.</param>
/// <param name="Reminders">What was planned, and which stages are paused.</param>
public sealed record PeriodStatus(
    Plan Plan,
    ReportingPeriod Period,
    IReadOnlyList<ActivityProgressStatus> Activities,
    IReadOnlyList<OutstandingWork> Outstanding,
    PeriodReminders Reminders
)
{
    /// <summary>What a unit owes, also under a former code; null if it reports nothing in the period.</summary>
    public OutstandingWork? OutstandingOf(UnitCode? unit) =>
        unit is { } code && Plan.FindUnit(code.ToString()) is { } known
            ? Outstanding.FirstOrDefault(work => work.Unit == known.Code)
            : null;
}
