namespace Avance.Functions.Plans;

/// <summary>When a semester is reported.</summary>
/// <param name="Id">The semester.</param>
/// <param name="Opens">Units may report from this instant on.</param>
/// <param name="Due">Submissions from this instant on are late.</param>
/// <param name="Closes">Nothing is accepted from this instant on; not before <paramref name="Due"/>.</param>
public sealed record ReportingPeriod(Period Id, DateTimeOffset Opens, DateTimeOffset Due, DateTimeOffset Closes)
{
    /// <summary>The fields (see <see cref="PlanField"/>) that an amendment set: an import leaves them as they are.</summary>
    public ValueList<string> AmendedFields { get; init; } = [];

    /// <summary>With its instants in the plan's time zone, as people read them.</summary>
    public ReportingPeriod In(BusinessCalendar calendar) =>
        this with
        {
            Opens = calendar.ToLocal(Opens),
            Due = calendar.ToLocal(Due),
            Closes = calendar.ToLocal(Closes),
        };

    public PeriodState StateAt(DateTimeOffset instant) =>
        instant < Opens ? PeriodState.NotOpen
        : instant >= Closes ? PeriodState.Closed
        : instant >= Due ? PeriodState.Late
        : PeriodState.Open;

    /// <summary>Whole days until it is due, or closes if that has passed: 0 on the last day; negative once it is closed.</summary>
    public int DaysLeft(BusinessCalendar calendar, DateTimeOffset now)
    {
        // An end at 00:00 belongs to the day before.
        var end = (now < Due ? Due : Closes).AddTicks(-1);
        return calendar.DayOf(end).DayNumber - calendar.DayOf(now).DayNumber;
    }
}
