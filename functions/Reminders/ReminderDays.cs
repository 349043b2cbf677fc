using System.Globalization;
using Avance.Functions.Plans;

namespace Avance.Functions.Reminders;

/// <summary>On which days the stages of a period fall. Pure.</summary>
public static class ReminderDays
{
    /// <summary>
    /// The stages in order of time. One that falls on a weekend or holiday is moved to the working day before; the
    /// opening and what is overdue to the one after, since before it the mail would not be true. A stage that would come
    /// before the opening, or after the period has closed, is left out.
    /// </summary>
    public static IReadOnlyList<ReminderDay> Of(
        PlanSettings settings,
        ReportingPeriod period,
        BusinessCalendar calendar,
        WorkingHours hours
    )
    {
        var opens = calendar.DayOf(period.Opens);
        var due = DueDay(period, calendar);
        var opening = calendar.WorkingDayFrom(opens);
        return
        [
            .. ReminderStage
                .OfAPeriod(settings)
                .Select(stage =>
                    stage.Kind == StageKind.Opening ? At(stage, opens, opening) : At(stage, due, DayOf(stage))
                )
                .Where(day => day.Stage.Kind == StageKind.Opening || day.Day > opening)
                .Where(day => day.From < period.Closes)
                // Of two stages on one day the more urgent one comes last.
                .OrderBy(day => day.From),
        ];

        DateOnly DayOf(ReminderStage stage) =>
            stage.Kind == StageKind.Before
                ? calendar.WorkingDayUpTo(due.AddDays(-stage.Days))
                : calendar.WorkingDayFrom(due.AddDays(stage.Days));

        ReminderDay At(ReminderStage stage, DateOnly anchor, DateOnly day)
        {
            var begin = hours.Begin(day, calendar);
            return new ReminderDay(
                stage,
                anchor.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
                day,
                begin > period.Opens ? begin : period.Opens
            );
        }
    }

    /// <summary>The stage that applies at that instant; null before the first.</summary>
    public static ReminderDay? Current(IEnumerable<ReminderDay> days, DateTimeOffset now) =>
        days.LastOrDefault(day => day.From <= now);

    /// <summary>The last day that is not late.</summary>
    public static DateOnly DueDay(ReportingPeriod period, BusinessCalendar calendar) =>
        calendar.DayOf(period.Due.AddTicks(-1));
}
