namespace Avance.Functions.Groups;

/// <summary>How a yearly duty stands.</summary>
/// <param name="Due">The day that counts now: that of the year before while it is missed and reminded of, that of this year, or the next one once this year's is done and it is near.</param>
/// <param name="Done">What it was done with; null if it was not.</param>
/// <param name="IsOverdue">True if the day is past and it was not done.</param>
public sealed record DutyStatus(string Id, string Title, DateOnly Due, DutyFulfilment? Done, bool IsOverdue)
{
    /// <summary>Days before a day on which it counts, though the year before is done.</summary>
    private const int Near = 60;

    public static DutyStatus Of(YearlyDuty duty, DateOnly today)
    {
        var year = YearOf(duty, today);
        var done = duty.Done.FirstOrDefault(one => one.Year == year);
        var due = duty.DueIn(year);
        return new DutyStatus(duty.Id, duty.Title, due, done, done is null && due < today);
    }

    /// <summary>A day of the year before that was missed counts as long as it is reminded of.</summary>
    private static int YearOf(YearlyDuty duty, DateOnly today)
    {
        var last = today.Year - 1;
        var isLastMissed = duty.IsOwedIn(last) && today <= duty.DueIn(last).AddDays(YearlyDuty.MaxDaysPast);
        var isNextNear = duty.DueIn(today.Year + 1) <= today.AddDays(Near);
        return isLastMissed ? last
            : !duty.IsOwedIn(today.Year) && (isNextNear || !duty.IsDoneIn(today.Year)) ? today.Year + 1
            : today.Year;
    }
}
