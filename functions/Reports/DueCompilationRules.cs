using Avance.Functions.Plans;

namespace Avance.Functions.Reports;

/// <summary>When reports are to be compiled: every night, and after a period closes. Pure.</summary>
public static class DueCompilationRules
{
    /// <summary>The hour of the night, after midnight of the calendar.</summary>
    public static readonly TimeSpan Nightly = TimeSpan.FromHours(2);

    /// <summary>
    /// True if the plan was never compiled, was changed since, its time has come, or its last run died. A changed plan
    /// may close its period sooner.
    /// </summary>
    /// <param name="last">The last run; null if there was none.</param>
    /// <param name="revision">The revision of the plan as it is.</param>
    public static bool IsDue(Compilation? last, int revision, DateTimeOffset now) =>
        last is null || (last.Running ? now >= last.LeasedUntil : now >= last.DueAt || last.Revision != revision);

    /// <summary>The next night's hour after a run, or the closing of a period if that is earlier.</summary>
    public static DateTimeOffset NextAfter(Plan plan, DateTimeOffset run, BusinessCalendar calendar)
    {
        var today = calendar.DayOf(run);
        var tonight = calendar.StartOf(today) + Nightly;
        var night = run < tonight ? tonight : calendar.StartOf(today.AddDays(1)) + Nightly;
        return plan
            .ReportedPeriods.Select(period => period.Closes)
            .Where(closes => closes > run && closes < night)
            .Append(night)
            .Min();
    }
}
