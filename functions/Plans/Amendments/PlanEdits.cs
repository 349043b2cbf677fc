using Avance.Functions.Http;

namespace Avance.Functions.Plans.Amendments;

/// <summary>What several kinds of amendment do to a plan.</summary>
internal static class PlanEdits
{
    /// <summary>The plan with one unit in place of others, whose activities move to it.</summary>
    public static Plan WithUnit(this Plan plan, Unit unit, params UnitCode[] inPlaceOf)
    {
        var gone = inPlaceOf.Append(unit.Code).ToHashSet();
        var edited = plan with
        {
            Units =
            [
                .. plan.Units.Where(other => !gone.Contains(other.Code)).Append(unit).OrderBy(other => other.Code),
            ],
            Activities =
            [
                .. plan.Activities.Select(activity =>
                    activity with
                    {
                        ResponsibleUnit = gone.Contains(activity.ResponsibleUnit)
                            ? unit.Code
                            : activity.ResponsibleUnit,
                        SupportingUnits =
                        [
                            .. activity
                                .SupportingUnits.Select(code => gone.Contains(code) ? unit.Code : code)
                                .Distinct(),
                        ],
                    }
                ),
            ],
            Policy = plan.Policy is { } policy
                ? policy with
                {
                    Services =
                    [
                        .. policy.Services.Select(service =>
                            service with
                            {
                                ResponsibleBody = Now(service.ResponsibleBody),
                            }
                        ),
                    ],
                }
                : null,
            WorkPlan = plan.WorkPlan is { } work
                ? work with
                {
                    Products =
                    [
                        .. work.Products.Select(product =>
                            product with
                            {
                                Bodies = [.. product.Bodies.Select(Now).Distinct()],
                            }
                        ),
                    ],
                }
                : null,
        };

        return edited.WorkPlan is null ? edited : edited.WithOneDeliveryEach();

        UnitCode Now(UnitCode code) => gone.Contains(code) ? unit.Code : code;
    }

    /// <summary>A body that has replaced another one may owe a product twice: the second delivery is merged into the first.</summary>
    private static Plan WithOneDeliveryEach(this Plan plan)
    {
        var first = new Dictionary<(int Product, UnitCode Body), ActivityNumber>();
        foreach (var delivery in plan.WorkPlan!.Deliveries)
        {
            var activity = plan.FindActivity(delivery.Activity)!;
            if (
                activity.Status == ActivityStatus.Active
                && !first.TryAdd((delivery.Product, activity.ResponsibleUnit), activity.Number)
            )
            {
                plan = plan.WithActivity(
                    activity with
                    {
                        Status = ActivityStatus.Suspended,
                        MergedInto = first[(delivery.Product, activity.ResponsibleUnit)],
                    }
                );
            }
        }

        return plan;
    }

    public static Plan WithActivity(this Plan plan, Activity activity) =>
        plan with
        {
            Activities = [.. plan.Activities.Select(other => other.Number == activity.Number ? activity : other)],
        };

    public static Plan WithGoal(this Plan plan, Goal goal) =>
        plan with
        {
            Goals =
            [
                .. plan.Goals.Select(other =>
                    other.Activity == goal.Activity && other.Year == goal.Year ? goal : other
                ),
            ],
        };

    public static Plan WithPeriod(this Plan plan, ReportingPeriod period) =>
        plan with
        {
            Periods = [.. plan.Periods.Select(other => other.Id == period.Id ? period : other)],
        };

    /// <summary>The activity, if it still counts.</summary>
    public static Result<Activity> ActiveActivity(this Plan plan, ActivityNumber number, string field) =>
        plan.FindActivity(number) switch
        {
            null => Error.Invalid("amendment-activity-unknown", field, number),
            { Status: ActivityStatus.Active } activity => activity,
            _ => Error.Conflict("amendment-activity-not-active", number) with { Field = field },
        };

    /// <summary>The unit's aliases and more of them, each once, without its present code and name.</summary>
    public static ValueList<string> Aliases(Unit unit, params IEnumerable<string> more) =>
        [
            .. unit
                .Aliases.Concat(more)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(alias => !alias.Equals(unit.Code.ToString(), StringComparison.OrdinalIgnoreCase))
                .Where(alias => alias != unit.Name),
        ];

    /// <summary>The fields that amendments have set, with more of them.</summary>
    public static ValueList<string> Amended(IEnumerable<string> fields, params IEnumerable<string> more) =>
        [.. fields.Union(more, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
