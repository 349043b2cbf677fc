namespace Avance.Functions.Plans;

/// <summary>A period as it is shown: instants in the plan's time zone, and its state at that moment.</summary>
/// <param name="Id">The semester.</param>
/// <param name="Opens">Units may report from this instant on.</param>
/// <param name="Due">Submissions from this instant on are late.</param>
/// <param name="Closes">Nothing is accepted from this instant on.</param>
/// <param name="State">Its state now.</param>
/// <param name="AmendedFields">The fields that an amendment set.</param>
public sealed record PeriodView(
    Period Id,
    DateTimeOffset Opens,
    DateTimeOffset Due,
    DateTimeOffset Closes,
    PeriodState State,
    ValueList<string> AmendedFields
)
{
    public static PeriodView Of(ReportingPeriod period, BusinessCalendar calendar, DateTimeOffset now) =>
        new(
            period.Id,
            calendar.ToLocal(period.Opens),
            calendar.ToLocal(period.Due),
            calendar.ToLocal(period.Closes),
            period.StateAt(now),
            period.AmendedFields
        );
}
