using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reminders;

/// <summary>The second period of the test plan: from Friday 1 December 2023, due on Monday 15 January 2024, until 31 January.</summary>
public sealed class DueReminderRulesTests
{
    private static readonly WorkingHours Hours = new(9, 18);
    private static readonly Plan Plan = new TestPlan().Activity(34).Activity(35, "DTEG").Activity(36, "DTEG").Build();
    private static readonly ReportingPeriod Second = Plan.FindPeriod(TestPlan.Second)!;
    private readonly List<SentReminder> sent = [];
    private readonly List<ActivityProgressStatus> statuses = [];
    private readonly HashSet<ReminderStage> paused = [];
    private PlanSettings settings = new();

    [Fact]
    public void Stages_OfAPeriod_FallOnWorkingDays() =>
        ReminderDays
            .Of(settings, Second, PlanBuilder.Lima, Hours)
            .Select(day => $"{day.Stage} {day.Day:ddd yyyy-MM-dd} {day.From:HH}")
            .ShouldBe([
                "opening Fri 2023-12-01 14",
                // 16 December is a Saturday, 31 December a Sunday.
                "before-30 Fri 2023-12-15 14",
                "before-15 Fri 2023-12-29 14",
                "before-7 Mon 2024-01-08 14",
                "before-3 Fri 2024-01-12 14",
                // 14 January is a Sunday: the same Friday, and more pressing.
                "before-1 Fri 2024-01-12 14",
                "before-0 Mon 2024-01-15 14",
                "overdue-1 Tue 2024-01-16 14",
                "overdue-7 Mon 2024-01-22 14",
            ]);

    [Fact]
    public void Stages_DeadlineOnAHoliday_AreBeforeItAndOverdueAfter()
    {
        // Due on Monday 29 July 2024, a holiday as the Sunday before it.
        var period = Second with
        {
            Opens = At("2024-07-22 00"),
            Due = At("2024-07-30 00"),
            Closes = At("2024-08-15 00"),
        };

        ReminderDays
            .Of(settings, period, PlanBuilder.Lima, Hours)
            .Select(day => $"{day.Stage} {day.Day:MM-dd}")
            .ShouldBe([
                "opening 07-22",
                "before-3 07-26",
                "before-1 07-26",
                "before-0 07-26",
                "overdue-1 07-30",
                "overdue-7 08-05",
            ]);
    }

    [Fact]
    public void Stages_OfAPlanWithDaysOfItsOwn_AreThose()
    {
        settings = new PlanSettings { RemindBefore = [20, 5], RemindAfter = [] };

        ReminderDays
            .Of(settings, Second, PlanBuilder.Lima, Hours)
            .Select(day => $"{day.Stage} {day.Day:MM-dd}")
            .ShouldBe(["opening 12-01", "before-20 12-26", "before-5 01-10"]);
        Run("2024-01-10 10").Select(reminder => $"{reminder.Stage}").Distinct().ShouldBe(["before-5"]);
        Run("2024-01-22 10").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2023-12-01 08", "")]
    [InlineData("2023-12-01 09", "opening")]
    [InlineData("2023-12-01 18", "")]
    [InlineData("2023-12-02 10", "")]
    [InlineData("2023-12-04 10", "opening")]
    [InlineData("2023-12-08 10", "")]
    [InlineData("2024-01-12 10", "before-1")]
    [InlineData("2024-01-15 10", "before-0")]
    [InlineData("2024-01-16 10", "overdue-1")]
    [InlineData("2024-01-31 17", "overdue-7")]
    [InlineData("2024-02-01 10", "")]
    public void Of_NothingSent_IsTheStageThatApplies(string local, string expected) =>
        Due(local)
            .Select(reminder => $"{reminder.Unit} {reminder.Stage}")
            .ShouldBe(expected.Length == 0 ? [] : [$"DTEG {expected}", $"OGRH {expected}"]);

    [Fact]
    public void Of_AfterThreeDaysWithoutRuns_IsOneStage()
    {
        Run("2024-01-08 10").Count.ShouldBe(2);

        Run("2024-01-15 10").Select(reminder => $"{reminder.Stage}").Distinct().ShouldBe(["before-0"]);
        Run("2024-01-15 11").ShouldBeEmpty();
    }

    [Fact]
    public void Of_UnitThatHasSentEverything_GetsNone()
    {
        Stand(34, ProgressState.Submitted);
        Stand(35, ProgressState.Accepted);

        Due("2024-01-08 10").Select(reminder => $"{reminder.Unit}").ShouldBe(["DTEG"]);
        Stand(36, ProgressState.Resubmitted);
        Due("2024-01-08 10").ShouldBeEmpty();
    }

    [Fact]
    public void Of_Draft_IsStillOwed()
    {
        Stand(34, ProgressState.Draft);

        Due("2024-01-08 10").Select(reminder => $"{reminder.Unit}").ShouldContain("OGRH");
    }

    [Fact]
    public void Of_ReturnedAfterTheStage_TellsOfEachReturnOnce()
    {
        Stand(34, ProgressState.Submitted);
        Run("2024-01-08 10");
        Return(34, version: 2, "2024-01-09 12");

        Run("2024-01-09 13").ShouldBe([OfReturn("034@2")]);
        Run("2024-01-09 14").ShouldBeEmpty();
        Stand(34, ProgressState.Resubmitted);
        Run("2024-01-09 15").ShouldBeEmpty();
        Return(34, version: 5, "2024-01-09 16");
        Run("2024-01-09 16").ShouldBe([OfReturn("034@5")]);
        // What was returned is still owed when the next stage comes.
        Run("2024-01-12 10").ShouldContain(reminder => reminder.Unit == new UnitCode("OGRH"));

        DueReminder OfReturn(string key)
        {
            var last = sent.Last(one => one.Stage == ReminderStage.Returned);
            last.Returns.ShouldBe([key]);
            return new DueReminder(new UnitCode("OGRH"), ReminderStage.Returned, last.Anchor, [key]);
        }
    }

    [Fact]
    public void Of_DeadlineThatMoved_HasStagesOfItsOwn()
    {
        Run("2024-01-08 10").Count.ShouldBe(2);

        Due("2024-01-31 10", Second with { Due = At("2024-02-08 00"), Closes = At("2024-03-01 00") })
            .Select(reminder => $"{reminder.Stage}")
            .Distinct()
            .ShouldBe(["before-7"]);
    }

    [Fact]
    public void Of_PausedStage_WaitsUntilItIsResumed()
    {
        paused.Add(ReminderStage.Before(7));
        Run("2024-01-08 10").ShouldBeEmpty();

        paused.Clear();
        Run("2024-01-09 10").Count.ShouldBe(2);
    }

    [Fact]
    public void Digest_EachWeekWhileOpen_IsDueOnceOnItsFirstWorkingDay()
    {
        Digest("2023-12-01 10").ShouldBeNull();
        Digest("2023-12-04 08").ShouldBeNull();
        Digest("2023-12-04 10").ShouldBe("20231204");
        Digest("2023-12-06 10").ShouldBeNull();
        // Christmas is a Monday, and so is the first of January.
        Digest("2023-12-25 10").ShouldBeNull();
        Digest("2023-12-26 10").ShouldBe("20231225");
        Digest("2024-01-02 10").ShouldBe("20240101");
        Digest("2024-02-05 10").ShouldBeNull();

        string? Digest(string local)
        {
            var anchor = DueDigestRules.Of(Second, sent, paused, PlanBuilder.Lima, Hours, At(local));
            if (anchor is not null)
            {
                sent.Add(new SentReminder(null, ReminderStage.Digest, anchor, []));
            }

            return anchor;
        }
    }

    [Fact]
    public void Digest_Paused_WaitsUntilItIsResumed()
    {
        paused.Add(ReminderStage.Digest);
        DueDigestRules.Of(Second, sent, paused, PlanBuilder.Lima, Hours, At("2023-12-04 10")).ShouldBeNull();

        paused.Clear();
        DueDigestRules.Of(Second, sent, paused, PlanBuilder.Lima, Hours, At("2023-12-06 10")).ShouldBe("20231204");
    }

    private void Stand(int activity, ProgressState state) =>
        Put(new ActivityProgressStatus(new ActivityNumber(activity), state, 1, At("2024-01-02 10")));

    private void Return(int activity, int version, string local)
    {
        var number = new ActivityNumber(activity);
        Put(
            new ActivityProgressStatus(
                number,
                ProgressState.Returned,
                version,
                At(local),
                new ReturnedVersion(number, version, At(local), "Adjunte la lista.")
            )
        );
    }

    private void Put(ActivityProgressStatus status)
    {
        statuses.RemoveAll(known => known.Activity == status.Activity);
        statuses.Add(status);
    }

    private IReadOnlyList<DueReminder> Run(string local)
    {
        var due = Due(local);
        sent.AddRange(due.Select(one => new SentReminder(one.Unit, one.Stage, one.Anchor, one.Returns)));
        return due;
    }

    private IReadOnlyList<DueReminder> Due(string local, ReportingPeriod? period = null) =>
        DueReminderRules.Of(
            settings,
            period ?? Second,
            OutstandingWorkRules.Of(Plan, TestPlan.Second, statuses, []),
            sent,
            paused,
            PlanBuilder.Lima,
            Hours,
            At(local)
        );

    /// <param name="local">Day and hour of the plan's clocks.</param>
    private static DateTimeOffset At(string local) => DateTimeOffset.Parse($"{local}:00:00-05:00");
}
