using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>Decides who is to be reminded. Pure: the tables say what is owed and what was sent, not the timer.</summary>
public static class DueReminders
{
    /// <param name="settings">Say on which days the plan reminds.</param>
    /// <param name="period">The period.</param>
    /// <param name="debts">What each unit owes in it.</param>
    /// <param name="sent">What was sent of the period.</param>
    /// <param name="held">Stages that the secretariat holds.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="hours">The working hours.</param>
    /// <param name="now">The instant to decide for.</param>
    /// <returns>At most one reminder a unit: of the stage that applies now, or of what was returned since the last one.</returns>
    public static IReadOnlyList<DueReminder> Of(
        PlanSettings settings,
        ReportingPeriod period,
        IEnumerable<Debt> debts,
        IReadOnlyCollection<SentReminder> sent,
        IReadOnlySet<ReminderStage> held,
        BusinessCalendar calendar,
        WorkingHours hours,
        DateTimeOffset now
    )
    {
        if (!hours.Include(now, calendar) || period.StateAt(now) is PeriodState.NotOpen or PeriodState.Closed)
        {
            return [];
        }

        var current = StageDays.Current(StageDays.Of(settings, period, calendar, hours), now);
        return [.. debts.Select(debt => Of(debt, current, sent, held)).OfType<DueReminder>()];
    }

    /// <param name="debt">What the unit owes.</param>
    /// <param name="current">The stage that applies; null for none.</param>
    /// <param name="sent">What was sent of the period.</param>
    /// <param name="held">Stages that the secretariat holds.</param>
    /// <returns>What the unit is to get in the next working hour; null for nothing.</returns>
    public static DueReminder? Of(
        Debt debt,
        StageDay? current,
        IReadOnlyCollection<SentReminder> sent,
        IReadOnlySet<ReminderStage> held
    ) => debt.IsOwed ? OfStage(debt, current, sent, held) ?? OfReturns(debt, sent, held) : null;

    /// <summary>A unit that owes nothing but what was returned since the stage began hears of the return, not of the stage.</summary>
    private static DueReminder? OfStage(
        Debt debt,
        StageDay? current,
        IEnumerable<SentReminder> sent,
        IReadOnlySet<ReminderStage> held
    ) =>
        current is not null
        && !held.Contains(current.Stage)
        && (debt.Missing.Count > 0 || debt.Returned.Any(returned => returned.At < current.From))
        && !sent.Any(one => one.Unit == debt.Unit && one.Stage == current.Stage && one.Anchor == current.Anchor)
            ? new DueReminder(debt.Unit, current.Stage, current.Anchor, Keys(debt.Returned))
            : null;

    private static DueReminder? OfReturns(Debt debt, IEnumerable<SentReminder> sent, IReadOnlySet<ReminderStage> held)
    {
        var told = sent.Where(one => one.Unit == debt.Unit)
            .SelectMany(one => one.Returns)
            .ToHashSet(StringComparer.Ordinal);
        var untold = Keys(debt.Returned.Where(returned => !told.Contains(returned.Key)));
        return untold.Count == 0 || held.Contains(ReminderStage.Returned)
            ? null
            : new DueReminder(debt.Unit, ReminderStage.Returned, Digest(untold), untold);
    }

    private static ValueList<string> Keys(IEnumerable<ReturnedVersion> returned) =>
        [.. returned.Select(one => one.Key).Order(StringComparer.Ordinal)];

    private static string Digest(IEnumerable<string> keys) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', keys))))[..16];
}
