using System.Text.Json.Serialization;
using Avance.Functions.Http;

namespace Avance.Functions.Plans.Amendments;

/// <summary>A goal is carried over to a later year of the plan, where it counts beside that year's own goal.</summary>
public sealed record CarryGoalOver : Amendment
{
    public required ActivityNumber Activity { get; init; }

    /// <summary>The year that the goal was promised for.</summary>
    public required int Year { get; init; }

    public required int ToYear { get; init; }

    /// <summary>A new target, greater than 0 and of at most 4 decimals; the old one stays if it is left out.</summary>
    public decimal? Target { get; init; }

    [JsonIgnore]
    public override string Subject => $"{Activity} · {Year}";

    internal override Result<Plan> ApplyTo(Plan plan, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (plan.WorkPlan is not null)
        {
            return Error.Conflict("amendment-of-work-plan");
        }

        if (!plan.ActiveActivity(Activity, "activity").Succeeded(out _, out var error))
        {
            return error;
        }

        if (plan.Goals.FirstOrDefault(goal => goal.Activity == Activity && goal.Year == Year) is not { } carried)
        {
            return Error.Invalid("amendment-goal-unknown", "year", Activity, Year);
        }

        var first = Math.Max(Year + 1, plan.Header.FirstYear);
        var last = plan.Header.LastYear;
        if (first > last)
        {
            return Error.Invalid("amendment-carry-none", "toYear", Year, last);
        }

        if (ToYear < first || ToYear > last)
        {
            return Error.Invalid("amendment-carry-year", "toYear", first, last);
        }

        if (Target is { } target && (target <= 0 || target > Goal.MaxTarget || decimal.Round(target, 4) != target))
        {
            return Error.Invalid("amendment-target", "target", Goal.MaxTarget);
        }

        return plan.WithGoal(
            carried with
            {
                CarriedTo = ToYear,
                Target = Target ?? carried.Target,
                AmendedFields = PlanEdits.Amended(
                    carried.AmendedFields,
                    Target is null ? [PlanField.CarriedTo] : [PlanField.CarriedTo, PlanField.Target]
                ),
            }
        );
    }
}
