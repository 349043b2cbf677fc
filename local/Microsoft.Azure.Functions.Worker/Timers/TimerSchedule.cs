using NCrontab;

namespace Microsoft.Azure.Functions.Worker.Timers;

/// <summary>When a timer is due: an NCRONTAB expression, read in UTC or in the zone of the app.</summary>
internal sealed class TimerSchedule(CrontabSchedule crontab, TimeZoneInfo zone)
{
    private const int FieldsWithSeconds = 6;

    /// <summary>Reads six fields, or five without seconds.</summary>
    public static TimerSchedule Parse(string expression, TimeZoneInfo zone)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = fields.Length == FieldsWithSeconds };
        return new TimerSchedule(CrontabSchedule.Parse(string.Join(' ', fields), options), zone);
    }

    /// <summary>The first instant after another one at which the timer is due.</summary>
    public DateTime Next(DateTime utc)
    {
        var next = crontab.GetNextOccurrence(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
        // Clocks that go forward skip local times: what was due then is due as soon as the hour exists.
        while (zone.IsInvalidTime(next))
        {
            next = next.AddMinutes(1);
        }

        return TimeZoneInfo.ConvertTimeToUtc(next, zone);
    }
}
