namespace Avance.Functions.Domain;

/// <summary>The days of a plan: when they begin and end, in the zone of the body that the plan belongs to.</summary>
/// <param name="zone">The zone, for example America/Lima, which has had no summer time since 1994.</param>
/// <param name="holidays">Days off besides weekends.</param>
public sealed class BusinessCalendar(TimeZoneInfo zone, Holidays holidays)
{
    /// <summary>The instant at which the day begins, in UTC.</summary>
    public DateTimeOffset StartOf(DateOnly day) => InstantOf(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The first instant after the day, in UTC: what is due "on the 15th" is late from here on.</summary>
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>The day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The instant as local time, for people to read.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>The instant of a local time, in UTC. A time that the clocks skip takes the offset before the change.</summary>
    public DateTimeOffset InstantOf(DateTime local) =>
        new DateTimeOffset(
            DateTime.SpecifyKind(local, DateTimeKind.Unspecified),
            zone.GetUtcOffset(local)
        ).ToUniversalTime();

    /// <summary>True unless it is a Saturday, a Sunday or a national holiday.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>The day itself if it is a working day, else the last one before.</summary>
    public DateOnly WorkingDayUpTo(DateOnly day) => IsWorkingDay(day) ? day : WorkingDayUpTo(day.AddDays(-1));

    /// <summary>The day itself if it is a working day, else the first one after.</summary>
    public DateOnly WorkingDayFrom(DateOnly day) => IsWorkingDay(day) ? day : WorkingDayFrom(day.AddDays(1));
}
