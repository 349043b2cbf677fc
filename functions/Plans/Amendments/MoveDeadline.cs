using System.Text.Json.Serialization;
using Avance.Functions.Http;

namespace Avance.Functions.Plans.Amendments;

/// <summary>A period gets another due day, and another closing day if that is said too.</summary>
public sealed record MoveDeadline : Amendment
{
    public required Period Period { get; init; }

    /// <summary>The last day, or the instant, until which reports are in time.</summary>
    public required DayOrTime Due { get; init; }

    /// <summary>The last day, or the instant, until which reports are taken; stays as it is if left out.</summary>
    public DayOrTime? Closes { get; init; }

    [JsonIgnore]
    public override string Subject => Period.ToString();

    internal override Result<Plan> ApplyTo(Plan plan, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (plan.FindPeriod(Period) is not { } period)
        {
            return Error.Invalid("amendment-period-unknown", "period", Period);
        }

        var due = Due.AsEnd(calendar);
        var closes = Closes?.AsEnd(calendar) ?? period.Closes;
        if (due <= period.Opens)
        {
            return Error.Invalid("amendment-due-before-opening", "due");
        }

        return closes < due
            ? Error.Invalid("amendment-closing-before-due", "closes")
            : plan.WithPeriod(
                period with
                {
                    Due = due,
                    Closes = closes,
                    AmendedFields = PlanEdits.Amended(
                        period.AmendedFields,
                        Closes is null ? [PlanField.Due] : [PlanField.Due, PlanField.Closes]
                    ),
                }
            );
    }
}
