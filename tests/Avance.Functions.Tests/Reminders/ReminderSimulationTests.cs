using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Reminders;

/// <summary>
/// A year of hourly runs by two instances, with downtime, doubled runs, crashes at any write, a mail service that fails,
/// delays what it tells, and lies, and a directory that throttles, fails, and is not there when most reminders are due.
/// </summary>
public sealed class ReminderSimulationTests(AzuriteFixture azurite)
{
    private static readonly Dictionary<int, string> Units = new()
    {
        [1] = "AA",
        [2] = "AA",
        [3] = "BB",
        [4] = "CC",
        [5] = "DD",
    };
    private static readonly Period[] Periods = [TestPlan.First, TestPlan.Second];
    private static readonly EmailAddress Liaison = new("enlace@aa.example");

    private readonly FakeTimeProvider clock = new(TestPlan.Closes.AddDays(3).AddYears(-1));
    private readonly FakeMailService service = new();
    private readonly HashSet<(Period Period, int Activity)> sent = [];
    private readonly HashSet<string> wasUnknown = [];
    private readonly List<string> wrongs = [];
    private readonly List<(DateTimeOffset At, string Event, string Mail)> events = [];

    [Theory]
    [InlineData(1)]
    public async Task Year_OfRuns_EachOwedMailGoesOutAndNoneTwice(int seed)
    {
        var random = new Random(seed);
        var storage = azurite.NewAccount();
        using var graph = new FakeGraph(clock, seed);
        using var one = Start(storage, graph);
        using var two = Start(storage, graph);
        var plan = new TestPlan()
            .Activity(1, "AA")
            .Activity(2, "AA")
            .Activity(3, "BB")
            .Activity(4, "CC")
            .Activity(5, "DD")
            .Contacts("AA", "enlace@aa.example", "jefatura@aa.example*", $"{FakeGraph.Group}")
            .Contacts("BB", "enlace@bb.example")
            .Contacts("CC", "enlace@cc.example")
            .Contacts("DD", $"{FakeGraph.Group}")
            .Contacts("SS", UnitKind.Secretariat, "sara@ss.example")
            .Build();
        await one.AddAsync(plan);
        service.Before = mail => Watch(mail, graph);
        service.Behave = mail => Behave(mail, random);
        var end = TestPlan.Closes.AddDays(3);
        var downUntil = clock.GetUtcNow();
        while (clock.GetUtcNow() < end)
        {
            await ActAsync(one, plan, random);
            if (clock.GetUtcNow() >= downUntil)
            {
                if (await RunAsync(one, two, graph, random))
                {
                    await NoteUnknownAsync(one);
                }

                downUntil = random.Next(60) == 0 ? clock.GetUtcNow().AddHours(random.Next(1, 40)) : downUntil;
            }

            await TellAsync(one, two, random);
            clock.Advance(TimeSpan.FromHours(1));
        }

        wrongs.Concat(graph.Wrongs).ShouldBeEmpty();
        var mails = await one.MailsAsync();
        service.Taken.GroupBy(mail => mail.Address).ShouldContain(mails => mails.Count() > 1);
        foreach (var period in plan.Periods)
        {
            CheckAllOut(plan, period, mails, graph);
        }

        graph.Throttled.ShouldBeGreaterThan(0);
        graph.GoneAt("va@grupo.example").ShouldNotBeNull();
        graph.GoneAt("baja@grupo.example").ShouldNotBeNull();
        service.Taken.ShouldContain(mail => mail.To == new EmailAddress("viene@grupo.example"));
        service.Taken.ShouldNotContain(mail => mail.To == new EmailAddress("nunca@grupo.example"));
    }

    private RemindersDriver Start(string storage, FakeGraph graph) =>
        new(storage, clock, service, services => services.AddSingleton(graph.CreateClient()));

    /// <summary>Unit CC sends at once, BB in the middle and has it returned, AA never all of it.</summary>
    private async Task ActAsync(RemindersDriver app, Plan plan, Random random)
    {
        foreach (var period in plan.Periods.Where(period => period.StateAt(clock.GetUtcNow()) == PeriodState.Open))
        {
            var days = (clock.GetUtcNow() - period.Opens).TotalDays;
            if (days > 1 && sent.Add((period.Id, 4)))
            {
                await app.SubmitAsync(4, "CC", period.Id);
            }

            if (days > 20 && days < 21 && sent.Add((period.Id, 3)))
            {
                await app.SubmitAsync(3, "BB", period.Id);
            }

            if (days > 25 && days < 26 && sent.Remove((period.Id, 3)))
            {
                await app.ReturnAsync(3, period.Id);
            }

            if (days > 40 && random.Next(50) == 0 && sent.Add((period.Id, 1)))
            {
                await app.SubmitAsync(1, "AA", period.Id);
            }
        }
    }

    /// <returns>False if nothing was written: then no mail has become unknown.</returns>
    private static async Task<bool> RunAsync(RemindersDriver one, RemindersDriver two, FakeGraph graph, Random random)
    {
        var apps = random.Next(4) switch
        {
            0 => (RemindersDriver[])[one, two],
            1 => [two],
            2 => [one, one],
            _ => [one],
        };
        foreach (var app in apps)
        {
            app.Faults.Reset();
            app.Faults.AfterSending = random.Next(2) == 0;
            app.Faults.FailAtWrite = random.Next(8) == 0 ? random.Next(1, 9) : 0;
        }

        var survived = await Task.WhenAll(apps.Select(RunOneAsync));
        if (survived.Contains(false))
        {
            graph.Crash();
        }

        var hasWritten = apps.Any(app => app.Faults.Writes > 0);
        foreach (var app in apps)
        {
            app.Faults.Reset();
        }

        return hasWritten;
    }

    /// <returns>False if the process ended: the next run is another one.</returns>
    private static async Task<bool> RunOneAsync(RemindersDriver app)
    {
        try
        {
            await app.RunAsync();
            return true;
        }
        catch (CrashException)
        {
            return false;
        }
        catch (AggregateException error) when (error.Flatten().InnerExceptions.All(one => one is CrashException))
        {
            // Several mails were under way.
            return false;
        }
    }

    private (bool Takes, SendOutcome Answer) Behave(OutgoingMail mail, Random random)
    {
        if (mail.To == Liaison && service.Taken.All(before => before.To != Liaison))
        {
            // Once for certain: it has taken the mail, says that it failed, and never tells of it.
            return (true, new SendOutcome(SendOutcomeKind.Unknown));
        }

        var (takes, kind) = random.Next(12) switch
        {
            0 => (false, SendOutcomeKind.Busy),
            1 => (false, SendOutcomeKind.Unknown),
            // It says that it failed, and has taken the mail.
            2 => (true, SendOutcomeKind.Unknown),
            _ => (true, SendOutcomeKind.Accepted),
        };
        if (takes && random.Next(10) > 0)
        {
            events.Add((clock.GetUtcNow().AddHours(random.Next(8)), "delivered", mail.Address));
        }

        return (takes, new SendOutcome(kind, kind == SendOutcomeKind.Accepted ? $"sg-{mail.Address}" : ""));
    }

    /// <summary>What must never happen at the moment when a mail goes out.</summary>
    private void Watch(OutgoingMail mail, FakeGraph graph)
    {
        // Planned on the day that its address begins with.
        var planned = DateOnly.ParseExact(mail.Address[..8], "yyyyMMdd");
        if (graph.GoneAt($"{mail.To}") is { } gone && planned > PlanBuilder.Lima.DayOf(gone))
        {
            wrongs.Add($"{mail.To} is no longer in the group, and gets {mail.Address}");
        }

        if (service.Taken.Any(before => before.Address == mail.Address) && !wasUnknown.Contains(mail.Address))
        {
            wrongs.Add($"{mail.Address} went out twice");
        }

        // A receipt names no period at its head: it goes to units that owe nothing any more.
        var subject = mail.Content.Subject;
        wrongs.AddRange(
            from period in Periods.Where(one => subject.StartsWith($"{one}:", StringComparison.Ordinal))
            from unit in Units.Values.Distinct()
            where subject.Contains(unit, StringComparison.Ordinal) && !Owes(period, unit)
            select $"{unit} owes nothing at {clock.GetUtcNow():u}: {subject}"
        );
    }

    private bool Owes(Period period, string unit) =>
        Units.Any(activity => activity.Value == unit && !sent.Contains((period, activity.Key)));

    private async Task NoteUnknownAsync(RemindersDriver app) =>
        wasUnknown.UnionWith(
            (await app.MailsAsync()).Where(mail => mail.State == MailState.Unknown).Select(mail => mail.Address)
        );

    private async Task TellAsync(RemindersDriver one, RemindersDriver two, Random random)
    {
        var due = events.Where(told => told.At <= clock.GetUtcNow()).ToList();
        events.RemoveAll(due.Contains);
        if (due.Count == 0)
        {
            return;
        }

        var (first, second) = random.Next(2) == 0 ? (one, two) : (two, one);
        var signed = first.Sign([.. due.Select(told => (told.Event, told.Mail))]);
        (await first.TakeAsync(signed)).ShouldSucceed();
        if (random.Next(3) == 0)
        {
            (await second.TakeAsync(signed)).ShouldBeRefused("mail-events-repeated");
            // Once more, and out of order.
            (await second.TellAsync([.. due.Select(told => ("processed", told.Mail))]))
                .ShouldSucceed()
                .ShouldBe(0);
        }
    }

    /// <summary>Units AA and DD owe something all the time: each stage that lasted for days has reached their people.</summary>
    private void CheckAllOut(Plan plan, ReportingPeriod period, IReadOnlyList<Mail> mails, FakeGraph graph)
    {
        var days = ReminderDays.Of(plan.Header.Settings, period, PlanBuilder.Lima, new WorkingHours(9, 18));
        var outside = service.Taken.Select(mail => mail.Address).ToHashSet();
        var ends = days.Skip(1).Select(day => day.From).Append(period.Closes);
        foreach (var (day, until) in days.Zip(ends).Where(pair => pair.Second - pair.First.From > TimeSpan.FromDays(5)))
        {
            foreach (var (unit, person) in PeopleOf(day, graph))
            {
                var expected = MailId.Of(
                    plan.Id,
                    period.Id,
                    new UnitCode(unit),
                    day.Stage,
                    day.Anchor,
                    new EmailAddress(person)
                );
                var mail = mails.SingleOrDefault(one => one.Id == expected).ShouldNotBeNull($"{day.Stage} {person}");
                outside.ShouldContain(mail.Address, $"{period.Id} {day.Stage} {person}: {mail.State} {mail.Reason}");
            }
        }

        mails
            .Where(mail => mail.Period == period.Id && mail.Reminder.Stage == ReminderStage.Returned)
            .Select(mail => $"{mail.Reminder.Unit}")
            .ShouldBe(["BB"]);
    }

    private static IEnumerable<(string Unit, string Person)> PeopleOf(ReminderDay day, FakeGraph graph)
    {
        yield return ("AA", "enlace@aa.example");
        // Nobody else of the unit is to be reminded: it waits until the directory has answered.
        yield return ("DD", "sigue@grupo.example");
        if (graph.ToldAt("sigue@grupo.example") < day.From)
        {
            yield return ("AA", "sigue@grupo.example");
        }

        if (day.Stage.Kind == StageKind.Overdue)
        {
            yield return ("AA", "jefatura@aa.example");
            yield return ("AA", "sara@ss.example");
            yield return ("DD", "sara@ss.example");
        }
    }
}
