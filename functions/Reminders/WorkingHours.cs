namespace Avance.Functions.Reminders;

/// <summary>
/// When mails may go out: on working days, from one full hour to before another, in the calendar's time zone.
/// </summary>
public sealed record WorkingHours(int From, int Until)
{
    public bool Include(DateTimeOffset instant, BusinessCalendar calendar)
    {
        var local = calendar.ToLocal(instant);
        return local.Hour >= From && local.Hour < Until && calendar.IsWorkingDay(calendar.DayOf(instant));
    }

    /// <summary>The day of the next working hour; today if one is left.</summary>
    public DateOnly NextDay(DateTimeOffset now, BusinessCalendar calendar)
    {
        var today = calendar.DayOf(now);
        return calendar.WorkingDayFrom(calendar.ToLocal(now).Hour < Until ? today : today.AddDays(1));
    }

    /// <summary>When mails of that day begin to go out.</summary>
    public DateTimeOffset Begin(DateOnly day, BusinessCalendar calendar) =>
        calendar.InstantOf(day.ToDateTime(new TimeOnly(From, 0)));
}
