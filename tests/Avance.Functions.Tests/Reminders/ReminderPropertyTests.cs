using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Reminders;

/// <summary>Any state of the activities at any hour, and any history of runs.</summary>
public sealed class ReminderPropertyTests
{
    private const int Hours = 24 * 75;
    private static readonly WorkingHours Working = new(9, 18);

    private static readonly ProgressState[] Unreturned =
    [
        ProgressState.Draft,
        ProgressState.Submitted,
        ProgressState.Resubmitted,
        ProgressState.Accepted,
    ];

    private static readonly Plan Plan = new TestPlan()
        .Activity(1, "A1")
        .Activity(2, "A1")
        .Activity(3, "B2")
        .Activity(4, "C3")
        .Build();

    private static readonly ReportingPeriod Period = Plan.FindPeriod(TestPlan.Second)!;

    [Fact]
    public void Of_AnyStatus_RemindsOnlyWhoOwesAndInWorkingHours() =>
        ShouldHold(
            (state, hour) =>
            {
                var outstanding = OutstandingOf(state);
                var due = Due(outstanding, [], Hour(hour));
                return due.All(one => outstanding.Single(work => work.Unit == one.Unit).IsOwed)
                    && due.Select(one => one.Unit).Distinct().Count() == due.Count
                    && (due.Count == 0 || Working.Include(Hour(hour), PlanBuilder.Lima));
            }
        );

    [Fact]
    public void Of_RunOnceMore_IsNothing() =>
        ShouldHold(
            (state, hour) =>
            {
                var outstanding = OutstandingOf(state);
                var sent = Due(outstanding, [], Hour(hour)).Select(Sent).ToList();
                return Due(outstanding, sent, Hour(hour)).Count == 0;
            }
        );

    [Fact]
    public void Of_AnyRunsLeftOut_IsTheSameStageAtTheEnd() =>
        ShouldHold(
            (state, hour) =>
            {
                var outstanding = OutstandingOf(state);
                var all = new List<SentReminder>();
                var random = new Random(hour);
                for (var at = 0; at <= hour; at++)
                {
                    if (at == hour || random.Next(5) == 0)
                    {
                        all.AddRange(Due(outstanding, all, Hour(at)).Select(Sent));
                    }
                }

                // However many runs there were, each unit has had a stage once, and all has been said that is due.
                return all.Distinct().Count() == all.Count && Due(outstanding, all, Hour(hour)).Count == 0;
            }
        );

    [Fact]
    public void MailId_EachPartOfIt_MakesAnotherMail()
    {
        var address = new EmailAddress("rosa@entidad.example");
        var unit = new UnitCode("A1");
        MailId[] ids =
        [
            MailId.Of(TestPlan.Id, TestPlan.Second, unit, ReminderStage.Opening, "20231201", address),
            MailId.Of(new PlanId("otro-plan"), TestPlan.Second, unit, ReminderStage.Opening, "20231201", address),
            MailId.Of(TestPlan.Id, TestPlan.First, unit, ReminderStage.Opening, "20231201", address),
            MailId.Of(TestPlan.Id, TestPlan.Second, null, ReminderStage.Opening, "20231201", address),
            MailId.Of(TestPlan.Id, TestPlan.Second, unit, ReminderStage.Before(0), "20231201", address),
            MailId.Of(TestPlan.Id, TestPlan.Second, unit, ReminderStage.Opening, "20231202", address),
            MailId.Of(
                TestPlan.Id,
                TestPlan.Second,
                unit,
                ReminderStage.Opening,
                "20231201",
                new("ana@entidad.example")
            ),
        ];

        ids.Distinct().Count().ShouldBe(ids.Length);
        MailId
            .Of(TestPlan.Id, TestPlan.Second, unit, ReminderStage.Opening, "20231201", new("ROSA@entidad.example"))
            .ShouldBe(ids[0]);
    }

    private static DateTimeOffset Hour(int hour) => TestPlan.Opens.AddHours(hour - 48);

    private static SentReminder Sent(DueReminder one) => new(one.Unit, one.Stage, one.Anchor, one.Returns);

    private static IReadOnlyList<DueReminder> Due(
        IReadOnlyList<OutstandingWork> outstanding,
        IReadOnlyCollection<SentReminder> sent,
        DateTimeOffset now
    ) =>
        DueReminderRules.Of(
            new PlanSettings(),
            Period,
            outstanding,
            sent,
            new HashSet<ReminderStage>(),
            PlanBuilder.Lima,
            Working,
            now
        );

    /// <param name="state">Its digits to the base 7 tell how each of four activities stands.</param>
    private static IReadOnlyList<OutstandingWork> OutstandingOf(int state)
    {
        var statuses = new List<ActivityProgressStatus>();
        for (var number = 1; number <= 4; number++, state /= 7)
        {
            if (state % 7 is > 0 and var kind)
            {
                var activity = new ActivityNumber(number);
                var at = TestPlan.Opens.AddDays(kind * 6);
                var returned = kind >= 5;
                statuses.Add(
                    new ActivityProgressStatus(
                        activity,
                        returned ? ProgressState.Returned : Unreturned[kind - 1],
                        kind,
                        at,
                        returned ? new ReturnedVersion(activity, kind, at, "Falta la lista.") : null
                    )
                );
            }
        }

        return OutstandingWorkRules.Of(Plan, TestPlan.Second, statuses, []);
    }

    private static void ShouldHold(Func<int, int, bool> property)
    {
        var cases = (
            from state in Gen.Choose(0, (7 * 7 * 7 * 7) - 1)
            from hour in Gen.Choose(0, Hours)
            select (state, hour)
        ).ToArbitrary();
        Prop.ForAll(cases, pair => property(pair.state, pair.hour)).QuickCheckThrowOnFailure();
    }
}
