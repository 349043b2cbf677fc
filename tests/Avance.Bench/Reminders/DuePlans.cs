using System.Globalization;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Azure;
using Azure.Data.Tables;

namespace Avance.Bench.Reminders;

/// <summary>
/// Plans in the middle of a period: 15 units with 65 activities, of which ten have sent everything and five owe. All have
/// had the reminders that they should have had, but for one unit of every hundredth plan.
/// </summary>
internal static class DuePlans
{
    public const int Units = 15;
    private const int Owing = 5;
    private const int Every = 100;

    private static readonly WorkingHours Hours = new RemindersOptions().Hours;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly DateTimeOffset Opens = new(2023, 12, 1, 5, 0, 0, TimeSpan.Zero);

    // Between the reminders of 30 and of 15 days before the deadline.
    private static readonly DateTimeOffset SentAt = Opens.AddDays(20);

    private static Unit Secretariat { get; } =
        new(new UnitCode("SECRETARIA"), "Secretaría Técnica", [], UnitKind.Secretariat)
        {
            Contacts =
            [
                new Contact("Secretaría", new EmailAddress("secretaria@entidad.example"), null, ContactRole.Liaison),
            ],
        };

    /// <summary>A working hour, six days before the deadline.</summary>
    public static DateTimeOffset Now { get; } = new(2024, 1, 9, 15, 0, 0, TimeSpan.Zero);

    public static Period Period { get; } = SamplePlan.Periods[1];

    /// <summary>How many mails the first run plans.</summary>
    public static int DueOf(int plans) => (plans + Every - 1) / Every;

    public static Plan Create(PlanId id)
    {
        var plan = SamplePlan.Create(id);
        return plan with
        {
            Units = [.. Enumerable.Range(0, Units).Select(Unit), Secretariat],
            Activities =
            [
                .. plan.Activities.Select(activity => activity with { ResponsibleUnit = CodeOf(activity.Number) }),
            ],
            Periods = [new ReportingPeriod(Period, Opens, Opens.AddDays(46), Opens.AddDays(62))],
        };
    }

    /// <summary>The rows of the table <c>progress</c>.</summary>
    public static IEnumerable<TableEntity> Progress(PlanId id) =>
        from row in SamplePlan.Progress(id)
        let key = ProgressKeys.Parse(row.RowKey)
        where key.Period == Period && HasSent(key.Activity)
        select row;

    /// <summary>The rows of the table <c>reminders</c>.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="number">Its number from 0: of every hundredth the first unit that owes has not had the last reminder.</param>
    /// <param name="calendar">The working days.</param>
    public static IEnumerable<TableEntity> Reminders(Plan plan, int number, BusinessCalendar calendar)
    {
        var sent = Sent(plan, calendar);
        var untold = number % Every == 0 ? sent.Last(one => one.Unit is not null) : null;
        return sent.Where(one => one != untold)
            .Select(one =>
                RemindersTable.ToRow(
                    plan.Id,
                    Period,
                    new PlannedReminder(
                        one,
                        "20240108",
                        RecipientRules.Of(
                            plan,
                            one.Unit,
                            one.Stage,
                            new Dictionary<Guid, IReadOnlyList<GroupMember>>()
                        ),
                        Now - Day,
                        IsComplete: true,
                        default(ETag)
                    )
                )
            );
    }

    /// <summary>What a run each day would have planned.</summary>
    private static List<SentReminder> Sent(Plan plan, BusinessCalendar calendar)
    {
        var period = plan.FindPeriod(Period)!;
        var held = new HashSet<ReminderStage>();
        var sent = new List<SentReminder>();
        for (var at = Now - ((int)(Now - Opens).TotalDays * Day); at < Now; at += Day)
        {
            var debts = Debts.Of(plan, Period, at < SentAt ? [] : Standings(plan), []);
            var due = DueReminders.Of(plan.Header.Settings, period, debts, sent, held, calendar, Hours, at);
            sent.AddRange(due.Select(one => new SentReminder(one.Unit, one.Stage, one.Anchor, one.Returns)));
            if (DueDigests.Of(period, sent, held, calendar, Hours, at) is { } week)
            {
                sent.Add(new SentReminder(null, ReminderStage.Digest, week, []));
            }
        }

        return sent;
    }

    private static IEnumerable<Standing> Standings(Plan plan) =>
        from activity in plan.Activities
        where HasSent(activity.Number)
        select new Standing(activity.Number, ProgressState.Submitted, 1, SentAt);

    private static bool HasSent(ActivityNumber activity) => activity.Value % Units >= Owing;

    private static UnitCode CodeOf(ActivityNumber activity) => CodeOf(activity.Value % Units);

    private static UnitCode CodeOf(int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"UNIDAD-{number:D2}"));

    private static Unit Unit(int number)
    {
        var code = CodeOf(number);
        return new Unit(code, $"Oficina general {code}", [], UnitKind.Office)
        {
            Contacts =
            [
                new Contact("Enlace", new EmailAddress($"enlace-{number}@entidad.example"), null, ContactRole.Liaison),
                new Contact("Jefatura", new EmailAddress($"jefa-{number}@entidad.example"), null, ContactRole.Head),
            ],
        };
    }
}
