using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reports;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Faults;

/// <summary>Clocks that jump over a deadline and back: locks, leases, mails and receipts hold.</summary>
public sealed class ClockJumpTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Submit_ClockPastTheClosingAndBack_LocksAsItShowsAndKeepsReceipts()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(1).Activity(2).Build());
        var unit = app.Reporter();
        var (first, second) = (SentProgress.Submission(Guid.NewGuid()), SentProgress.Submission(Guid.NewGuid()));
        var start = app.Clock.GetUtcNow();
        var receipt = (await unit.PutAsync(AppDriver.Progress(1), 0, first)).ShouldBeOk();

        app.Clock.AdjustTime((TestPlan.Closes + Hour).ToUniversalTime());
        (await unit.PutAsync(AppDriver.Progress(2), 0, second)).ShouldBeProblem(423, "period-closed");
        (await unit.PutAsync(AppDriver.Progress(1), 0, first)).ShouldBeOk().Text.ShouldBe(receipt.Text);

        app.Clock.AdjustTime(start - Hour);
        (await unit.PutAsync(AppDriver.Progress(2), 0, second)).ShouldBeOk().Version.ShouldBe(1);
        (await unit.PutAsync(AppDriver.Progress(1), 0, first)).ShouldBeOk().Text.ShouldBe(receipt.Text);
        foreach (var activity in new[] { 1, 2 })
        {
            (await unit.GetAsync($"{AppDriver.Progress(activity)}/versions")).Json.AsArray().Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task Submit_ClockGoesBackBetweenVersions_TheyStayInTheirOrder()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(1).Build());
        var path = AppDriver.Progress(1);
        (await app.Reporter().PutAsync(path, 0, SentProgress.Submission(Guid.NewGuid(), 3))).ShouldBeOk();

        app.Clock.AdjustTime(app.Clock.GetUtcNow() - Hour);
        (await app.Secretariat().PostAsync($"{path}/review", 1, SentProgress.Return(Guid.NewGuid()))).ShouldBeOk();
        app.Clock.AdjustTime(app.Clock.GetUtcNow() - Hour);
        (await app.Reporter().PutAsync(path, 2, SentProgress.Submission(Guid.NewGuid(), 5))).ShouldBeOk();

        var versions = (await app.Reporter().GetAsync($"{path}/versions")).ShouldBeOk().Json.AsArray();
        versions.Select(version => (string?)version!["state"]).ShouldBe(["submitted", "returned", "resubmitted"]);
        var receipt = (
            await app.Reporter().GetAsync($"{AppDriver.Plan()}/periods/2023-II/activities/1/receipt")
        ).ShouldBeOk();
        ((string?)receipt["number"]).ShouldBe("2023-II-001-0003");
    }

    [Fact]
    public async Task Reminders_ClockBackAndForth_AreSentOnce()
    {
        var clock = new FakeTimeProvider(TestPlan.Due.AddDays(-7).AddHours(10).ToUniversalTime());
        var service = new FakeMailService();
        using var driver = new RemindersDriver(azurite.NewAccount(), clock, service);
        await driver.AddAsync(new TestPlan().Activity(1).Contacts("OGRH", "enlace@ogrh.example").Build());
        var start = clock.GetUtcNow();
        await driver.RunAsync();
        var sent = service.Taken.Count;
        sent.ShouldBeGreaterThan(0);

        foreach (var jump in new[] { -Hour, Hour, TimeSpan.FromDays(-1), TimeSpan.Zero })
        {
            clock.AdjustTime(start + jump);
            await driver.RunAsync();
        }

        service.Taken.Count.ShouldBe(sent);
        service.Taken.Select(mail => mail.Address).ShouldBeUnique();
    }

    [Fact]
    public async Task Mail_SenderDiedAfterHandingItOver_IsNotSentAgainWhicheverWayTheClockJumps()
    {
        var clock = new FakeTimeProvider(TestPlan.Due.AddDays(-7).AddHours(10).ToUniversalTime());
        var service = new FakeMailService();
        using var driver = new RemindersDriver(azurite.NewAccount(), clock, service);
        await driver.AddAsync(new TestPlan().Activity(1).Contacts("OGRH", "enlace@ogrh.example").Build());
        var start = clock.GetUtcNow();
        await driver.PlanAsync();
        // The next write is what became of the mail.
        service.Before = _ => driver.Faults.FailAtWrite = driver.Faults.Writes + 1;
        await Should.ThrowAsync<CrashException>(driver.SendAsync);
        service.Taken.Count.ShouldBe(1);
        driver.Faults.Reset();
        service.Before = null;

        foreach (var jump in new[] { -Hour, Hour, -Hour, Hour * 2 })
        {
            clock.AdjustTime(start + jump);
            await driver.SendAsync();
        }

        service.Taken.Count.ShouldBe(1);
        (await driver.MailsAsync()).ShouldHaveSingleItem().State.ShouldBe(MailState.Unknown);
    }

    [Fact]
    public async Task Compile_RunDiedAndTheClockGoesBack_WaitsForTheLeaseAndHeals()
    {
        var plan = new TestPlan().Activity(1, "DA", target: 70, carriedOver: 70).Activity(2, "OC", target: 24).Build();
        var driver = new ReportDriver(azurite.NewAccount());
        var clean = new ReportDriver(azurite.NewAccount());
        foreach (var one in new[] { driver, clean })
        {
            await one.SaveAsync(plan);
            await one.SendAsync(plan, 2, 20);
        }

        var start = driver.Clock.GetUtcNow();
        driver.Faults.FailAtWrite = driver.Faults.Writes + 7;
        await Should.ThrowAsync<CrashException>(() => driver.RunAsync("dead"));

        driver.Clock.AdjustTime(start - Hour);
        await Should.ThrowAsync<CompilationBusyException>(() => driver.RunAsync("early"));
        driver.Clock.AdjustTime(start + ReportRunner.LeaseTime);
        await driver.RunAsync("late");

        clean.Clock.AdjustTime(start + ReportRunner.LeaseTime);
        await clean.RunAsync();
        (await driver.ContentAsync()).ShouldBe(await clean.ContentAsync());
    }
}
