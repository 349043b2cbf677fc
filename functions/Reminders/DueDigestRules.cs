using System.Globalization;
using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>When the secretariat's summary of the week goes out: on the first working day of each week in which a period is open. Pure.</summary>
public static class DueDigestRules
{
    /// <returns>The anchor of the digest that is due, the Monday of its week; null if none is.</returns>
    public static string? Of(
        ReportingPeriod period,
        IEnumerable<SentReminder> sent,
        IReadOnlySet<ReminderStage> paused,
        BusinessCalendar calendar,
        WorkingHours hours,
        DateTimeOffset now
    )
    {
        if (
            !hours.Include(now, calendar)
            || paused.Contains(ReminderStage.Digest)
            || period.StateAt(now) is PeriodState.NotOpen or PeriodState.Closed
        )
        {
            return null;
        }

        var monday = MondayOf(calendar.DayOf(now));
        // In the week of the opening there is nothing to report yet.
        if (calendar.StartOf(monday) < period.Opens)
        {
            return null;
        }

        var anchor = monday.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return sent.Any(one => one.Stage == ReminderStage.Digest && one.Anchor == anchor) ? null : anchor;
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
