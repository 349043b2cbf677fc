using System.Text.Json.Serialization;
using Avance.Functions.Http;

namespace Avance.Functions.Plans.Amendments;

/// <summary>A closed period takes corrections again, until it closes once more. What comes in is late.</summary>
public sealed record ReopenPeriod : Amendment
{
    public required Period Period { get; init; }

    /// <summary>The last day, or the instant, until which reports are taken; in the future.</summary>
    public required DayOrTime Closes { get; init; }

    [JsonIgnore]
    public override string Subject => Period.ToString();

    [JsonIgnore]
    public override bool NeedsLegalDocument => false;

    internal override Result<Plan> ApplyTo(Plan plan, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (plan.FindPeriod(Period) is not { } period)
        {
            return Error.Invalid("amendment-period-unknown", "period", Period);
        }

        if (period.StateAt(now) != PeriodState.Closed)
        {
            return Error.Conflict("amendment-period-not-closed", Period) with { Field = "period" };
        }

        var closes = Closes.AsEnd(calendar);
        return closes <= now
            ? Error.Invalid("amendment-closing-past", "closes")
            : plan.WithPeriod(
                period with
                {
                    Closes = closes,
                    AmendedFields = PlanEdits.Amended(period.AmendedFields, PlanField.Closes),
                }
            );
    }
}
