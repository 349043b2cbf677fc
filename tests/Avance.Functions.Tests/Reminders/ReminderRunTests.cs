using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Reminders;

/// <summary>Runs of the timers on real storage.</summary>
public sealed class ReminderRunTests(AzuriteFixture azurite) : IDisposable
{
    private const int Units = 12;
    private readonly FakeMailService service = new();
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2024-01-08T10:00:00-05:00"));
    private readonly string storage = azurite.NewAccount();
    private RemindersDriver? driver;

    [Fact]
    public async Task Run_UnitThatOwes_GetsOneMailAPersonWithAnOwnLink()
    {
        var app = await StartAsync();

        (await app.RunAsync()).ShouldBe(3);
        (await app.RunAsync()).ShouldBe(0);

        service
            .Taken.Select(mail => $"{mail.To}")
            .Order()
            .ShouldBe([
                "ana@entidad.example",
                "dana@entidad.example",
                // The digest of the week; heads and the secretariat get copies of what is overdue only.
                "sara@entidad.example",
            ]);
        var links = service.Taken.Select(mail => LinkOf(mail.Content.Text)).OfType<string>().ToList();
        links.Count.ShouldBe(2);
        links.Distinct().Count().ShouldBe(2);
        (await app.MailsAsync()).ShouldAllBe(mail => mail.State == MailState.Accepted && mail.MessageId.Length > 0);
    }

    [Fact]
    public async Task Run_Overdue_GoesToTheHeadAndTheSecretariatToo()
    {
        var app = await StartAsync();
        clock.SetUtcNow(DateTimeOffset.Parse("2024-01-16T10:00:00-05:00"));
        await app.SubmitAsync(35, "DTEG", TestPlan.Second);

        await app.RunAsync();

        service
            .Taken.Where(mail => mail.Content.Subject.Contains("(OGRH)", StringComparison.Ordinal))
            .Select(mail => $"{mail.To}")
            .Order()
            .ShouldBe(["ana@entidad.example", "jefa@entidad.example", "sara@entidad.example"]);
        service.Taken.ShouldNotContain(mail => mail.Content.Subject.Contains("(DTEG)"));
    }

    [Fact]
    public async Task Run_PlanWithDaysOfItsOwn_RemindsOnThose()
    {
        clock.SetUtcNow(DateTimeOffset.Parse("2024-01-09T10:00:00-05:00"));
        var app = await StartAsync(
            new TestPlan()
                .With(new PlanSettings { RemindBefore = [6] })
                .Activity(34)
                .Contacts("OGRH", "ana@entidad.example")
        );

        (await app.RunAsync()).ShouldBe(1);

        var mail = (await app.MailsAsync()).ShouldHaveSingleItem();
        (mail.Reminder.Stage, mail.State).ShouldBe((ReminderStage.Before(6), MailState.Accepted));
    }

    [Fact]
    public async Task Run_SentBetweenPlanningAndSending_IsCancelled()
    {
        var app = await StartAsync();
        await app.PlanAsync();
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);

        await app.SendAsync();

        service.Taken.ShouldNotContain(mail => mail.To == new EmailAddress("ana@entidad.example"));
        (await app.MailsAsync())
            .Single(mail => mail.To.Address == new EmailAddress("ana@entidad.example"))
            .State.ShouldBe(MailState.Cancelled);
    }

    [Fact]
    public async Task Run_DraftAfterAReturn_IsNoSecondReturn()
    {
        var app = await StartAsync();
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);
        await app.SubmitAsync(35, "DTEG", TestPlan.Second);
        await app.RunAsync();
        await app.ReturnAsync(34, TestPlan.Second);
        var before = service.Taken.Count;

        await app.RunAsync();
        service.Taken.Count.ShouldBe(before + 1);
        service.Taken[^1].Content.Text.ShouldContain("Adjunte la lista de asistencia por sexo.");
        await app.Get<Avance.Functions.Progress.ProgressHandler>()
            .SaveAsync(
                new(TestPlan.Id, TestPlan.Second, new ActivityNumber(34)),
                2,
                TestProgress.Draft(),
                TestProgress.Reporter,
                TestContext.Current.CancellationToken
            );
        clock.Advance(TimeSpan.FromHours(1));
        await app.RunAsync();

        service.Taken.Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Run_DigestThatIsLate_TellsOfAllSinceTheOneBefore()
    {
        var app = await StartAsync();
        await app.RunAsync();
        clock.SetUtcNow(DateTimeOffset.Parse("2024-01-08T15:00:00-05:00"));
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);

        // On Monday nothing ran.
        clock.SetUtcNow(DateTimeOffset.Parse("2024-01-16T10:00:00-05:00"));
        await app.RunAsync();

        service
            .Taken.Last(mail => mail.Content.Subject.Contains("resumen", StringComparison.Ordinal))
            .Content.Text.ShouldContain("Se enviaron\n-----------\n\n- Actividad 34");
    }

    [Fact]
    public async Task Send_UnitsThatSendMeanwhile_AreNotRemindedAnyMore()
    {
        var app = await StartAsync(PlanOfManyUnits());
        await app.PlanAsync();
        // Whatever is under way waits for that.
        var meanwhile = new Lazy<Task>(SubmitAllAsync);
        app.Faults.BeforeWrite = _ => meanwhile.Value;

        await app.SendAsync();

        // A few were under way at the same time.
        service.Taken.Count.ShouldBeInRange(0, 4);
        (await app.MailsAsync()).Count(mail => mail.State == MailState.Cancelled).ShouldBeGreaterThan(7);

        async Task SubmitAllAsync()
        {
            using var other = new RemindersDriver(storage, clock, service);
            for (var activity = 1; activity <= Units; activity++)
            {
                await other.SubmitAsync(activity, $"U{activity}", TestPlan.Second);
            }

            clock.Advance(TimeSpan.FromMinutes(2));
        }
    }

    [Fact]
    public async Task Send_Busy_ComesBackWhenAskedTo()
    {
        var app = await StartAsync();
        service.Behave = _ => (false, new SendOutcome(SendOutcomeKind.Busy, RetryAfter: TimeSpan.FromMinutes(30)));
        await app.RunAsync();
        service.Behave = new FakeMailService().Behave;

        clock.Advance(TimeSpan.FromMinutes(29));
        (await app.SendAsync()).ShouldBe(0);
        clock.Advance(TimeSpan.FromMinutes(1));
        (await app.SendAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Send_KeyThatIsRefused_StopsTheRunAndTriesAgain()
    {
        var app = await StartAsync(PlanOfManyUnits());
        var tries = 0;
        service.Before = _ => tries++;
        service.Behave = _ => (false, new SendOutcome(SendOutcomeKind.NotAllowed, Reason: "401"));

        (await app.RunAsync()).ShouldBe(0);

        tries.ShouldBeInRange(1, 4);
        service.Behave = new FakeMailService().Behave;
        clock.Advance(TimeSpan.FromMinutes(5));
        (await app.SendAsync()).ShouldBe(Units);
    }

    [Fact]
    public async Task Send_OneBadAddress_DoesNotStopTheRest()
    {
        var app = await StartAsync();
        service.Behave = mail =>
            $"{mail.To}" == "ana@entidad.example"
                ? (false, new SendOutcome(SendOutcomeKind.Rejected, Reason: "400"))
                : (true, new SendOutcome(SendOutcomeKind.Accepted, "sg"));

        (await app.RunAsync()).ShouldBe(2);
        clock.Advance(TimeSpan.FromDays(1));
        await app.RunAsync();

        service.Taken.Count.ShouldBe(2);
        (await app.MailsAsync()).Count(mail => mail.State == MailState.Rejected).ShouldBe(1);
    }

    [Fact]
    public async Task Send_CrashBeforeItIsMarked_IsUnknownAndWaitsForTheEvents()
    {
        // One mail, or the write that fails may be another's.
        var app = await StartAsync(new TestPlan().Activity(34).Contacts("OGRH", "ana@entidad.example"));
        await app.PlanAsync();
        var first = true;
        service.Before = _ =>
        {
            // The write after this mail is the one that marks it.
            if (first)
            {
                first = false;
                app.Faults.Reset();
                app.Faults.FailAtWrite = 1;
            }
        };
        await Should.ThrowAsync<CrashException>(app.SendAsync);
        service.Before = null;
        app.Faults.Reset();
        await app.SendAsync();
        var lost = (await app.MailsAsync()).Single(mail => mail.State == MailState.Claimed);

        clock.Advance(MailSender.LeaseTime);
        await app.SendAsync();
        (await StateAsync(lost)).ShouldBe(MailState.Unknown);
        clock.Advance(TimeSpan.FromHours(1));
        await app.SendAsync();
        (await app.TellAsync(("delivered", lost.Address))).ShouldSucceed().ShouldBe(1);
        clock.Advance(TimeSpan.FromDays(1));
        await app.SendAsync();

        (await StateAsync(lost)).ShouldBe(MailState.Delivered);
        service.Taken.Count(mail => mail.Address == lost.Address).ShouldBe(1);

        async Task<MailState> StateAsync(Mail mail) => (await app.MailsAsync()).Single(one => one.Id == mail.Id).State;
    }

    [Fact]
    public async Task Send_UnknownOfWhichNothingIsTold_GoesOutAgainAfterSixHours()
    {
        var app = await StartAsync();
        service.Behave = _ => (false, new SendOutcome(SendOutcomeKind.Unknown, Reason: "503"));
        await app.RunAsync();
        service.Behave = new FakeMailService().Behave;

        clock.Advance(TimeSpan.FromHours(5.9));
        (await app.SendAsync()).ShouldBe(0);
        clock.Advance(TimeSpan.FromHours(0.2));
        (await app.SendAsync()).ShouldBe(3);
        (await app.MailsAsync()).ShouldAllBe(mail => mail.Tries == 2);
    }

    public void Dispose() => driver?.Dispose();

    private static string? LinkOf(string text) =>
        text.Split('\n').FirstOrDefault(line => line.StartsWith("http", StringComparison.Ordinal));

    private static TestPlan PlanOfManyUnits() =>
        Enumerable
            .Range(1, Units)
            .Aggregate(
                new TestPlan(),
                (plan, number) =>
                    plan.Activity(number, $"U{number}").Contacts($"U{number}", $"u{number}@entidad.example")
            );

    private Task<RemindersDriver> StartAsync() =>
        StartAsync(
            new TestPlan()
                .Activity(34)
                .Activity(35, "DTEG")
                .Contacts("OGRH", "ana@entidad.example", "jefa@entidad.example*")
                .Contacts("DTEG", "dana@entidad.example")
                .Contacts("OGPPM", UnitKind.Secretariat, "sara@entidad.example")
        );

    private async Task<RemindersDriver> StartAsync(TestPlan plan)
    {
        driver = new RemindersDriver(storage, clock, service);
        await driver.AddAsync(plan.Build());
        return driver;
    }
}
