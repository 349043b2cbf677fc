using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Bench.Reminders;

/// <summary>Plans in the middle of a period: 15 units with 65 activities, of which ten have sent everything and five owe.</summary>
internal static class DuePlans
{
    public const int Units = 15;
    private const int Owing = 5;
    private static readonly DateTimeOffset Opens = new(2023, 12, 1, 5, 0, 0, TimeSpan.Zero);

    private static Unit Secretariat { get; } =
        new(new UnitCode("SECRETARIA"), "Secretaría Técnica", [], UnitKind.Secretariat)
        {
            Contacts = [Contact("Secretaría", "secretaria@entidad.example", ContactRole.Liaison)],
        };

    /// <summary>On the day on which the period opens, at the hour of <see cref="Now"/>.</summary>
    public static DateTimeOffset FirstRun { get; } = Opens.AddHours(10);

    /// <summary>When the ten units have sent: between the reminders of 30 and of 15 days before the deadline.</summary>
    public static DateTimeOffset SentAt { get; } = Opens.AddDays(20);

    /// <summary>A working hour, six days before the deadline.</summary>
    public static DateTimeOffset Now { get; } = new(2024, 1, 9, 15, 0, 0, TimeSpan.Zero);

    public static Period Period { get; } = SamplePlan.Periods[1];

    public static Plan Create(PlanId id)
    {
        var plan = SamplePlan.Create(id, Units);
        return plan with
        {
            Units = [.. plan.Units.Select(WithContacts), Secretariat],
            Periods = [new ReportingPeriod(Period, Opens, Opens.AddDays(46), Opens.AddDays(62))],
        };
    }

    /// <summary>The rows of the table <c>progress</c>.</summary>
    public static IEnumerable<TableEntity> Progress(PlanId id) =>
        from row in SamplePlan.Progress(id)
        let key = ProgressKeys.Parse(row.RowKey)
        where key.Period == Period && key.Activity.Value % Units >= Owing
        select row;

    private static Unit WithContacts(Unit unit) =>
        unit with
        {
            Contacts =
            [
                Contact("Enlace", $"enlace-{unit.Code}@entidad.example", ContactRole.Liaison),
                Contact("Jefatura", $"jefa-{unit.Code}@entidad.example", ContactRole.Head),
            ],
        };

    private static Contact Contact(string name, string address, ContactRole role) =>
        new(name, new EmailAddress(address), null, role);
}
