using System.Text.Json.Serialization;
using Avance.Functions.Http;
using Avance.Functions.Plans.Policies;

namespace Avance.Functions.Plans.Amendments;

/// <summary>The target of a year becomes another one.</summary>
public sealed record ChangeTarget : Amendment
{
    public required ActivityNumber Activity { get; init; }

    /// <summary>The year that the target was set for.</summary>
    public required int Year { get; init; }

    /// <summary>At most 1,000,000,000 with at most 4 decimals; greater than 0, or 0 for an indicator.</summary>
    public required decimal Target { get; init; }

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

        if (plan.Goals.FirstOrDefault(goal => goal.Activity == Activity && goal.Year == Year) is not { } goal)
        {
            return Error.Invalid("amendment-goal-unknown", "year", Activity, Year);
        }

        var mayBeZero = plan.FindIndicator(Activity) is not null;
        if (Target < 0 || (Target == 0 && !mayBeZero) || Target > Goal.MaxTarget || decimal.Round(Target, 4) != Target)
        {
            return Error.Invalid("amendment-target", "target", Goal.MaxTarget);
        }

        return Target == goal.Target
            ? Error.Invalid("amendment-target-same", "target")
            : plan.WithGoal(
                goal with
                {
                    Target = Target,
                    AmendedFields = PlanEdits.Amended(goal.AmendedFields, PlanField.Target),
                }
            );
    }
}
