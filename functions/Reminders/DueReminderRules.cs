using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>Decides who is to be reminded. Pure: the tables say what is owed and what was sent, not the timer.</summary>
public static class DueReminderRules
{
    /// <param name="settings">Say on which days the plan reminds.</param>
    /// <param name="outstanding">What each unit owes in it.</param>
    /// <param name="sent">What was sent of the period.</param>
    /// <param name="paused">Stages that the secretariat has paused.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="hours">The working hours.</param>
    /// <returns>At most one reminder a unit: of the stage that applies now, or of what was returned since the last one.</returns>
    public static IReadOnlyList<DueReminder> Of(
        PlanSettings settings,
        ReportingPeriod period,
        IEnumerable<OutstandingWork> outstanding,
        IReadOnlyCollection<SentReminder> sent,
        IReadOnlySet<ReminderStage> paused,
        BusinessCalendar calendar,
        WorkingHours hours,
        DateTimeOffset now
    )
    {
        if (!hours.Include(now, calendar) || period.StateAt(now) is PeriodState.NotOpen or PeriodState.Closed)
        {
            return [];
        }

        var current = ReminderDays.Current(ReminderDays.Of(settings, period, calendar, hours), now);
        return [.. outstanding.Select(work => Of(work, current, sent, paused)).OfType<DueReminder>()];
    }

    /// <param name="work">What the unit owes.</param>
    /// <param name="current">The stage that applies; null for none.</param>
    /// <param name="sent">What was sent of the period.</param>
    /// <param name="paused">Stages that the secretariat has paused.</param>
    /// <returns>What the unit is to get in the next working hour; null for nothing.</returns>
    public static DueReminder? Of(
        OutstandingWork work,
        ReminderDay? current,
        IReadOnlyCollection<SentReminder> sent,
        IReadOnlySet<ReminderStage> paused
    ) => work.IsOwed ? OfStage(work, current, sent, paused) ?? OfReturns(work, sent, paused) : null;

    /// <summary>
    /// A unit that owes only what was returned since the stage began is reminded of the return, not of the stage.
    /// </summary>
    private static DueReminder? OfStage(
        OutstandingWork work,
        ReminderDay? current,
        IEnumerable<SentReminder> sent,
        IReadOnlySet<ReminderStage> paused
    ) =>
        current is not null
        && !paused.Contains(current.Stage)
        && (work.Missing.Count > 0 || work.Returned.Any(returned => returned.At < current.From))
        && !sent.Any(one => one.Unit == work.Unit && one.Stage == current.Stage && one.Anchor == current.Anchor)
            ? new DueReminder(work.Unit, current.Stage, current.Anchor, Keys(work.Returned))
            : null;

    private static DueReminder? OfReturns(
        OutstandingWork work,
        IEnumerable<SentReminder> sent,
        IReadOnlySet<ReminderStage> paused
    )
    {
        var told = sent.Where(one => one.Unit == work.Unit)
            .SelectMany(one => one.Returns)
            .ToHashSet(StringComparer.Ordinal);
        var unreminded = Keys(work.Returned.Where(returned => !told.Contains(returned.Key)));
        return unreminded.Count == 0 || paused.Contains(ReminderStage.Returned)
            ? null
            : new DueReminder(work.Unit, ReminderStage.Returned, Digest(unreminded), unreminded);
    }

    private static ValueList<string> Keys(IEnumerable<ReturnedVersion> returned) =>
        [.. returned.Select(one => one.Key).Order(StringComparer.Ordinal)];

    private static string Digest(IEnumerable<string> keys) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', keys))))[..16];
}
