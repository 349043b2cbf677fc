using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Groups;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Reminders.Groups;

/// <summary>Calls and reminders of a group, from the request to the mail service.</summary>
public sealed class GroupMailTests(AzuriteFixture azurite) : IDisposable
{
    private const string Session = "2023-002";

    /// <summary>Members, alternate, chair, secretariat and guest.</summary>
    private static readonly string[] Everybody = ["ana", "dora", "ines", "oscar", "raul", "rosa", "sara"];

    private static readonly Caller Secretariat = new(Role.Secretariat, TestPlan.Id, null, "cuenta-1");
    private readonly FakeMailService service = new();
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2023-12-11T10:00:00-05:00"));
    private readonly List<RemindersDriver> drivers = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_Session_InvitesEachAddressOnceHoweverOftenItIsAsked()
    {
        var app = await StartAsync(TestGroup.Planned);

        (await CallAsync(app, 1)).ShouldSucceed().Recipients.ShouldBe(7);
        (await CallAsync(app, 1)).ShouldSucceed().Recipients.ShouldBe(7);
        (await app.SendAsync()).ShouldBe(7);
        (await CallAsync(app, 2)).ShouldSucceed();
        (await PlanAsync(app)).ShouldBe(0);
        (await app.SendAsync()).ShouldBe(0);

        ToNames().ShouldBe(Everybody);
        service.Taken.ShouldAllBe(mail =>
            mail.ReplyTo == new EmailAddress("sara@entidad.example") && mail.Content.CalendarMethod == "REQUEST"
        );
        (await app.MailsAsync()).ShouldAllBe(mail => mail.State == MailState.Accepted && mail.Group == TestGroup.Id);
    }

    [Fact]
    public async Task Call_BesideAPeriod_MixesWithItsMails()
    {
        var app = await StartAsync(TestGroup.Planned);
        (await CallAsync(app, 1)).ShouldSucceed();

        (await app.RunAsync()).ShouldBe(9);

        service.Taken.Count(mail => mail.Content.CalendarMethod.Length > 0).ShouldBe(7);
        service.Taken.Count(mail => mail.Content.Text.Contains("/entrar#", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Call_AfterAChange_RepeatsTheEntryWithAHigherSequence()
    {
        var app = await StartAsync(TestGroup.Planned);
        (await CallAsync(app, 1)).ShouldSucceed();
        await app.SendAsync();
        var moved = TestGroup.Planned with { StartsAt = TestGroup.Planned.StartsAt.AddDays(1) };
        (await SaveAsync(app, moved, 2)).ShouldSucceed();
        (await app.SendAsync()).ShouldBe(0);

        (await CallAsync(app, 3)).ShouldSucceed();
        (await app.SendAsync()).ShouldBe(7);

        var (first, last) = (EventOf(0), EventOf(^1));
        last.Uid.ShouldBe(first.Uid);
        (first.Sequence, last.Sequence).ShouldBe((1, 2));
        last.Start!.AsUtc.ShouldBe(new DateTime(2023, 12, 21, 15, 0, 0, DateTimeKind.Utc));
        service.Taken[^1].Content.Subject.ShouldStartWith("Cambio en la convocatoria");
    }

    [Fact]
    public async Task Call_ThatChangedBeforeItWentOut_IsSentOnceAsItIsNow()
    {
        var app = await StartAsync(TestGroup.Planned);
        (await CallAsync(app, 1)).ShouldSucceed();
        (await SaveAsync(app, TestGroup.Planned with { Place = "Auditorio" }, 2)).ShouldSucceed();
        (await CallAsync(app, 3)).ShouldSucceed();

        (await app.SendAsync()).ShouldBe(7);

        service.Taken.ShouldAllBe(mail => mail.Content.Text.Contains("Auditorio"));
        (await app.MailsAsync()).Count(mail => mail.State == MailState.Cancelled).ShouldBe(7);
    }

    [Fact]
    public async Task Cancel_CalledSession_TakesTheEntryBackFromThoseWhoHaveLeftToo()
    {
        var app = await StartAsync(TestGroup.Planned);
        (await CallAsync(app, 1)).ShouldSucceed();
        await app.SendAsync();
        var left = TestGroup.Request with { Members = [.. TestGroup.Request.Members!.Take(2)] };
        (await app.Get<WorkingGroupHandler>().PutAsync(TestPlan.Id, 1, left, Secretariat, Cancel)).ShouldSucceed();

        var cancelled = await app.Get<GroupCallHandler>().CancelAsync(TestPlan.Id, Session, 2, Secretariat, Cancel);
        cancelled.ShouldSucceed().Recipients.ShouldBe(7);
        (await app.SendAsync()).ShouldBe(7);

        service.Taken.Skip(7).ShouldAllBe(mail => mail.Content.CalendarMethod == "CANCEL");
        EventOf(^1).Status.ShouldBe("CANCELLED");
        EventOf(^1).Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task Call_GroupWithoutAddresses_IsRefusedAndNothingIsCalled()
    {
        var app = await StartAsync(TestGroup.Planned);
        var mute = TestGroup.Request with
        {
            Chair = new GroupOffice("DM"),
            Secretariat = new GroupOffice("OGPPM"),
            Members = [],
            Invited = [],
        };
        (await app.Get<WorkingGroupHandler>().PutAsync(TestPlan.Id, 1, mute, Secretariat, Cancel)).ShouldSucceed();

        (await CallAsync(app, 1)).Error.ShouldNotBeNull().Code.ShouldBe("group-session-nobody");

        var found = await app.Get<GroupSessionHandler>().FindAsync(TestPlan.Id, Session, Cancel);
        found.ShouldSucceed().Session.State.ShouldBe(GroupSessionState.Planned);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Call_ThatCrashesAtEachWrite_IsSentOnceByTheTimer(bool afterSending)
    {
        for (var write = 1; ; write++)
        {
            var storage = azurite.NewAccount();
            var app = await StartAsync(TestGroup.Planned, storage);
            var before = service.Taken.Count;
            app.Faults.Reset();
            app.Faults.FailAtWrite = write;
            app.Faults.AfterSending = afterSending;
            var crashed = false;
            try
            {
                (await CallAsync(app, 1)).ShouldSucceed();
            }
            catch (CrashException)
            {
                crashed = true;
            }

            // A call that was not noted is asked for again; the rest is the timer's.
            var next = Start(storage);
            var found = await next.Get<GroupSessionHandler>().FindAsync(TestPlan.Id, Session, Cancel);
            if (found.ShouldSucceed().Session.State == GroupSessionState.Planned)
            {
                (await CallAsync(next, 1)).ShouldSucceed();
            }

            await PlanAsync(next);
            (await next.SendAsync()).ShouldBe(7);
            service.Taken.Skip(before).Select(mail => $"{mail.To}").Distinct().Count().ShouldBe(7);
            if (!crashed)
            {
                write.ShouldBe(13);
                return;
            }
        }
    }

    [Fact]
    public async Task Plan_AgreementWithADay_RemindsWhoIsResponsibleOnce()
    {
        var app = await StartAsync(TestGroup.Held);

        (await PlanAsync(app)).ShouldBe(1);
        (await PlanAsync(app)).ShouldBe(0);
        (await app.SendAsync()).ShouldBe(1);
        (await app.SendAsync()).ShouldBe(0);

        var mail = service.Taken.ShouldHaveSingleItem();
        mail.To.ShouldBe(new EmailAddress("rosa@entidad.example"));
        mail.Content.Subject.ShouldBe("Acuerdo 2 del Acta 002-2023-CSIG: faltan 7 días");
        clock.SetUtcNow(DateTimeOffset.Parse("2023-12-18T10:00:00-05:00"));
        (await PlanAsync(app)).ShouldBe(1);
    }

    [Fact]
    public async Task Send_AgreementDoneSinceItWasPlanned_IsCancelled()
    {
        var app = await StartAsync(TestGroup.Held);
        await PlanAsync(app);
        var done = new AgreementRequest(AgreementState.Done, "Memorando 40-2023");
        (
            await app.Get<GroupSessionHandler>().FollowAsync(TestPlan.Id, Session, 2, 1, done, Secretariat, Cancel)
        ).ShouldSucceed();

        (await app.SendAsync()).ShouldBe(0);

        (await app.MailsAsync()).ShouldHaveSingleItem().State.ShouldBe(MailState.Cancelled);
    }

    /// <summary>First the person's own address, then the unit's contacts, then the group's secretariat, then the plan's.</summary>
    [Theory]
    [InlineData("OGRH", "ana@entidad.example")]
    [InlineData("DTEG", "sara@entidad.example")]
    [InlineData(null, "sara@entidad.example")]
    public async Task Plan_ResponsibleWithoutAnAddress_RemindsTheUnitOrTheSecretariat(string? unit, string address)
    {
        var responsible = new Responsible(unit is null ? null : new UnitCode(unit), "Una entidad");
        var agreement = TestGroup.Held.Agreements![1] with { Responsible = responsible };
        var app = await StartAsync(TestGroup.Held with { Agreements = [TestGroup.Held.Agreements[0], agreement] });

        await PlanAsync(app);

        $"{(await app.MailsAsync()).ShouldHaveSingleItem().To.Address}".ShouldBe(address);
    }

    [Fact]
    public async Task Plan_YearlyDuty_RemindsTheSecretariatUntilItIsDone()
    {
        clock.SetUtcNow(DateTimeOffset.Parse("2024-01-24T10:00:00-05:00"));
        var app = await StartAsync(TestGroup.Planned);

        (await PlanAsync(app)).ShouldBe(1);
        (await app.SendAsync()).ShouldBe(1);

        service.Taken[0].Content.Subject.ShouldBe("CSIG-MIMP: Presentar el informe anual (faltan 7 días)");
        var done = new DutyRequest("Informe 3-2024", new DateOnly(2024, 1, 23));
        (
            await app.Get<WorkingGroupHandler>()
                .FulfilAsync(TestPlan.Id, "informe-anual", 2024, 1, done, Secretariat, Cancel)
        ).ShouldSucceed();
        clock.SetUtcNow(DateTimeOffset.Parse("2024-02-07T10:00:00-05:00"));
        (await PlanAsync(app)).ShouldBe(0);
    }

    [Fact]
    public async Task Plan_OutsideWorkingHours_PlansNothing()
    {
        clock.SetUtcNow(DateTimeOffset.Parse("2023-12-11T19:00:00-05:00"));
        var app = await StartAsync(TestGroup.Held);

        (await PlanAsync(app)).ShouldBe(0);
    }

    public void Dispose() => drivers.ForEach(driver => driver.Dispose());

    private static Task<int> PlanAsync(RemindersDriver app) => app.Get<GroupMailPlanner>().RunAsync(Cancel);

    private static Task<Result<CalledSession>> CallAsync(RemindersDriver app, int version) =>
        app.Get<GroupCallHandler>().CallAsync(TestPlan.Id, Session, version, Secretariat, Cancel);

    private static Task<Result<SessionOfGroup>> SaveAsync(
        RemindersDriver app,
        GroupSessionRequest request,
        int version
    ) => app.Get<GroupSessionHandler>().SaveAsync(TestPlan.Id, Session, version, request, Secretariat, Cancel);

    private IEnumerable<string> ToNames() => service.Taken.Select(mail => $"{mail.To}".Split('@')[0]).Order();

    private Ical.Net.CalendarComponents.CalendarEvent EventOf(Index index) =>
        Ical.Net.Calendar.Load(service.Taken[index].Content.Calendar!)!.Events.ShouldHaveSingleItem();

    private RemindersDriver Start(string storage)
    {
        var driver = new RemindersDriver(storage, clock, service);
        drivers.Add(driver);
        return driver;
    }

    private async Task<RemindersDriver> StartAsync(GroupSessionRequest session, string? storage = null)
    {
        var app = Start(storage ?? azurite.NewAccount());
        await app.AddAsync(
            new TestPlan()
                .Activity(34)
                .Activity(35, "DTEG")
                .Contacts("OGRH", "ana@entidad.example")
                .Contacts("OGPPM", UnitKind.Secretariat, "secretaria@entidad.example")
                .Build()
        );
        (
            await app.Get<WorkingGroupHandler>().PutAsync(TestPlan.Id, 0, TestGroup.Request, Secretariat, Cancel)
        ).ShouldSucceed();
        (await SaveAsync(app, session, 0)).ShouldSucceed();
        return app;
    }
}
