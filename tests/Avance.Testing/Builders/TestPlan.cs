using Avance.Functions.Plans;

namespace Avance.Testing.Builders;

/// <summary>A small valid plan for 2023 that a test adds to.</summary>
public sealed class TestPlan
{
    private readonly List<Unit> units = [];
    private readonly List<Activity> activities = [];
    private readonly List<Goal> goals = [];
    private PlanSettings settings = new();

    public static PlanId Id { get; } = new("plan-de-prueba");

    public static Period First { get; } = new(2023, 1);

    public static Period Second { get; } = new(2023, 2);

    public static DateTimeOffset Opens { get; } = new(2023, 12, 1, 0, 0, 0, TimeSpan.FromHours(-5));

    public static DateTimeOffset Due { get; } = new(2024, 1, 16, 0, 0, 0, TimeSpan.FromHours(-5));

    public static DateTimeOffset Closes { get; } = new(2024, 2, 1, 0, 0, 0, TimeSpan.FromHours(-5));

    /// <summary>A moment at which the second semester is open and not yet late.</summary>
    public static DateTimeOffset WhileOpen { get; } = Opens.AddDays(10);

    public TestPlan With(PlanSettings value)
    {
        settings = value;
        return this;
    }

    /// <summary>Adds an activity with one goal a target, the last one of 2023, those before carried over from 2022.</summary>
    public TestPlan Activity(
        int number,
        string unit = "OGRH",
        decimal target = 10,
        GoalMeasure measure = GoalMeasure.Count,
        decimal? carriedOver = null,
        ActivityStatus status = ActivityStatus.Active
    )
    {
        var code = new UnitCode(unit);
        if (!units.Exists(known => known.Code == code))
        {
            units.Add(new Unit(code, $"Oficina {unit}", [], UnitKind.Office));
        }

        var activity = new ActivityNumber(number);
        activities.Add(
            new Activity(activity, $"Actividad {number}", code, "", [], "Informe", "Informe de ejecución", status)
        );
        if (carriedOver is { } earlier)
        {
            goals.Add(new Goal(activity, 2022, earlier, measure, 2023));
        }

        goals.Add(new Goal(activity, 2023, target, measure));
        return this;
    }

    /// <summary>Adds contacts to a unit, which is added too if no activity has: <c>mail</c> or <c>mail*</c> for its head.</summary>
    public TestPlan Contacts(string unit, params string[] addresses) => Contacts(unit, UnitKind.Office, addresses);

    /// <inheritdoc cref="Contacts(string, string[])"/>
    public TestPlan Contacts(string unit, UnitKind kind, params string[] addresses)
    {
        var code = new UnitCode(unit);
        var known = units.Find(one => one.Code == code) ?? new Unit(code, $"Oficina {unit}", [], kind);
        units.RemoveAll(one => one.Code == code);
        units.Add(
            known with
            {
                Kind = kind,
                Contacts =
                [
                    .. addresses.Select(text =>
                        Guid.TryParse(text, out var group)
                            ? new Contact($"Grupo {unit}", null, group, ContactRole.Liaison)
                            : new Contact(
                                $"Persona {text.Split('@')[0]}",
                                new EmailAddress(text.TrimEnd('*')),
                                null,
                                text.EndsWith('*') ? ContactRole.Head : ContactRole.Liaison
                            )
                    ),
                ],
            }
        );
        return this;
    }

    public Plan Build() =>
        new(
            Id,
            new PlanHeader("Plan de prueba", "MIMP", "CSIG-MIMP", "RM N° 200-2021-MIMP", 2022, 2023, settings),
            units.OrderBy(unit => unit.Code).ToValueList(),
            activities.OrderBy(activity => activity.Number).ToValueList(),
            goals.OrderBy(goal => goal.Activity).ThenBy(goal => goal.Year).ToValueList(),
            [
                new ReportingPeriod(First, Opens.AddMonths(-6), Due.AddMonths(-6), Closes.AddMonths(-6)),
                new ReportingPeriod(Second, Opens, Due, Closes),
            ]
        );
}
