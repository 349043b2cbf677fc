using Avance.Functions.Plans;

namespace Avance.Bench.Load;

/// <summary>A plan in which each unit reports one activity, in its last hour.</summary>
internal static class LoadPlan
{
    public static PlanId Id { get; } = new("plan-de-la-ultima-hora");

    public static Period Period { get; } = SamplePlan.Periods[1];

    public static UnitCode UnitOf(int activity) => new($"UNIDAD-{activity:D3}");

    public static Plan Create(int units, DateTimeOffset now)
    {
        var plan = SamplePlan.Create(Id);
        var (activity, goal, period) = (plan.Activities[0], plan.Goals[0], plan.Periods[1]);
        var numbers = Enumerable.Range(1, units).ToList();
        return plan with
        {
            Units = [.. numbers.Select(number => new Unit(UnitOf(number), $"Oficina {number}", [], UnitKind.Office))],
            Activities =
            [
                .. numbers.Select(number =>
                    activity with
                    {
                        Number = new ActivityNumber(number),
                        ResponsibleUnit = UnitOf(number),
                    }
                ),
            ],
            Goals = [.. numbers.Select(number => goal with { Activity = new ActivityNumber(number) })],
            Periods = [period with { Due = now.AddHours(1), Closes = now.AddHours(1) }],
        };
    }
}
