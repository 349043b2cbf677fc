using NCrontab;

namespace Avance.FunctionsHost.Triggers;

/// <summary>When a timer is due: an NCRONTAB expression, read in UTC.</summary>
internal sealed class TimerSchedule(CrontabSchedule crontab)
{
    private const int FieldsWithSeconds = 6;

    /// <summary>Reads six fields, or five without seconds.</summary>
    public static TimerSchedule Parse(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = fields.Length == FieldsWithSeconds };
        return new TimerSchedule(CrontabSchedule.Parse(string.Join(' ', fields), options));
    }

    /// <summary>The first instant after another one at which the timer is due.</summary>
    public DateTime Next(DateTime utc) => crontab.GetNextOccurrence(utc);
}
