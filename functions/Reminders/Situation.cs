using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>How a period stands as far as reminders go.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Period">The period.</param>
/// <param name="Standings">How the progress of each activity stands.</param>
/// <param name="Debts">What each unit owes.</param>
/// <param name="Reminders">What was planned and is held.</param>
public sealed record Situation(
    Plan Plan,
    ReportingPeriod Period,
    IReadOnlyList<Standing> Standings,
    IReadOnlyList<Debt> Debts,
    PeriodReminders Reminders
)
{
    /// <summary>What a unit owes, also under a former code; null if it reports nothing in the period.</summary>
    public Debt? DebtOf(UnitCode? unit) =>
        unit is { } code && Plan.FindUnit(code.ToString()) is { } known
            ? Debts.FirstOrDefault(debt => debt.Unit == known.Code)
            : null;
}
