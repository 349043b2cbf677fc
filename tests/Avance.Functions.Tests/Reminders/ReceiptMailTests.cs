using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Reminders;

/// <summary>What a unit is told when something of it has arrived.</summary>
public sealed class ReceiptMailTests(AzuriteFixture azurite) : IDisposable
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static readonly ProgressAddress Address = new(TestPlan.Id, TestPlan.Second, new ActivityNumber(34));

    private readonly FakeMailService service = new();

    // On a Saturday at night.
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2024-01-13T23:10:05-05:00"));
    private readonly List<RemindersDriver> drivers = [];
    private string account = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submission_OfAUnit_IsToldToItsContactsAtAnyHour()
    {
        var app = await StartAsync();
        await app.Get<EvidenceTable>()
            .TryAddAsync(
                new StoredEvidence(
                    Address,
                    EvidenceId.Of(Address, Guid.Empty, 0),
                    "informe.pdf",
                    12_345,
                    Hash,
                    "dev:unit-reporter:OGRH",
                    clock.GetUtcNow(),
                    EvidenceState.Received
                ),
                Cancel
            );
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);

        await FollowAsync(app);
        (await app.SendAsync()).ShouldBe(2);

        // Not to the head who wants no copies.
        service.Taken.Select(mail => $"{mail.To}").Order().ShouldBe(["ana@entidad.example", "eva@entidad.example"]);
        var text = service.Taken[0].Content.Text;
        text.ShouldContain("Constancia 2023-II-034-0001");
        text.ShouldContain("actividad 34");
        text.ShouldContain("13 de enero de 2024, 23:10:05");
        text.ShouldContain(Hash);
        text.ShouldNotContain("/entrar#");
    }

    [Fact]
    public async Task Submission_ToldTwiceByTwoInstances_IsOneMail()
    {
        var app = await StartAsync();
        var other = Join();
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);

        await Task.WhenAll(FollowAsync(app), FollowAsync(other));
        await FollowAsync(other);
        await Task.WhenAll(app.SendAsync(), other.SendAsync());

        service.Taken.Count.ShouldBe(2);
        service.Taken.Select(mail => mail.Address).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Submission_AfterAReturn_HasAReceiptOfItsOwnAndADraftHasNone()
    {
        var app = await StartAsync();
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);
        await FollowAsync(app);
        await app.ReturnAsync(34, TestPlan.Second);
        await app.Get<ProgressHandler>().SaveAsync(Address, 2, TestProgress.Draft(), TestProgress.Reporter, Cancel);
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);

        await FollowAsync(app);
        await app.SendAsync();

        service
            .Taken.Select(mail =>
                mail.Content.Subject.Split(' ').Single(word => word.Contains("-034-", StringComparison.Ordinal))
            )
            .Order()
            .ShouldBe(["2023-II-034-0001", "2023-II-034-0001", "2023-II-034-0004", "2023-II-034-0004"]);
        service
            .Taken.Where(mail => mail.Content.Text.Contains("otra vez", StringComparison.Ordinal))
            .ShouldAllBe(mail => mail.Content.Subject.Contains("-0004"));
    }

    [Fact]
    public async Task Submission_OfAUnitThatIsRenamedMeanwhile_IsToldOnce()
    {
        var app = await StartAsync();
        var plan = (await app.Get<PlanCache>().GetAsync(TestPlan.Id, Cancel)).ShouldSucceed();
        var manual = new SentReminder(new UnitCode("OGRH"), ReminderStage.Manual, "1", []);
        await app.Get<OutboxWriter>().PlanAsync(plan, TestPlan.Second, manual, Cancel);
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);
        await FollowAsync(app);
        (
            await app.Get<AmendmentHandler>()
                .AmendAsync(
                    TestPlan.Id,
                    new RenameUnit
                    {
                        Id = Guid.NewGuid(),
                        Reason = "Lo dispone el nuevo reglamento.",
                        LegalDocument = "DS N° 001-2024-MIMP",
                        Unit = new UnitCode("OGRH"),
                        NewCode = new UnitCode("ORH"),
                    },
                    TestProgress.Secretariat,
                    Cancel
                )
        ).ShouldSucceed();

        await FollowAsync(Join());
        await app.SendAsync();

        service.Taken.Count.ShouldBe(2);
        var view = (await app.Get<ReminderHandler>().ShowAsync(TestPlan.Id, TestPlan.Second, Cancel)).ShouldSucceed();
        view.Sent.Count.ShouldBe(4);
        view.Sent.ShouldAllBe(mail => mail.Unit == new UnitCode("ORH"));
    }

    [Fact]
    public async Task Submission_InAPeriodThatHasClosedSince_IsStillTold()
    {
        var app = await StartAsync();
        clock.SetUtcNow(TestPlan.Closes.AddSeconds(-5));
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);
        clock.SetUtcNow(TestPlan.Closes.AddMinutes(5));

        await FollowAsync(app);

        (await app.SendAsync()).ShouldBe(2);
        service.Taken[0].Content.Text.ShouldContain("fuera de plazo");
    }

    [Fact]
    public async Task Submission_OfLongAgo_IsNotToldAnyMore()
    {
        var app = await StartAsync();
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);
        clock.Advance(ReceiptMails.Window + TimeSpan.FromMinutes(1));

        await FollowAsync(app);

        (await app.SendAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Receipts_ThatArePaused_WaitUntilTheyAreResumed()
    {
        var app = await StartAsync();
        var handler = app.Get<ReminderHandler>();
        await PauseAsync(new PauseRequest(Held: true, "Se revisa el texto de la constancia."));
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);
        await FollowAsync(app);
        (await app.SendAsync()).ShouldBe(0);

        await PauseAsync(new PauseRequest(Held: false));

        (await app.SendAsync()).ShouldBe(2);

        async Task PauseAsync(PauseRequest request) =>
            (
                await handler.PauseAsync(
                    TestPlan.Id,
                    TestPlan.Second,
                    ReminderStage.Receipt,
                    request,
                    TestProgress.Secretariat,
                    Cancel
                )
            ).ShouldSucceed();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Planning_CrashAtAnyWrite_LeavesEachMailPlannedOnceByTheNextRun(bool afterSending)
    {
        var crashes = 0;
        for (var crashed = true; crashed; crashes += crashed ? 1 : 0)
        {
            var app = await StartAsync();
            await app.SubmitAsync(34, "OGRH", TestPlan.Second);
            app.Faults.Reset();
            app.Faults.AfterSending = afterSending;
            app.Faults.FailAtWrite = crashes + 1;
            try
            {
                await app.Get<ReceiptMails>().PlanAsync(Address, Cancel);
                crashed = false;
            }
            catch (CrashException)
            {
                // The next run is to go on.
            }

            app.Faults.Reset();
            await app.Get<ReceiptMails>().PlanAsync(Address, Cancel);
            var before = service.Taken.Count;
            (await app.SendAsync()).ShouldBe(2);
            service.Taken.Skip(before).Select(mail => mail.To).Distinct().Count().ShouldBe(2);
        }

        // Who is to get it, two mails, and that they are all there.
        crashes.ShouldBe(4);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task Plan_MessageThatNeverCame_IsMadeUpForByTheTimer(bool isReturnedSince)
    {
        var app = await StartAsync();
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);
        if (isReturnedSince)
        {
            await app.ReturnAsync(34, TestPlan.Second);
        }

        clock.SetUtcNow(DateTimeOffset.Parse("2024-01-15T10:10:00-05:00"));
        await app.Get<ReminderPlanner>().RunAsync(Cancel);
        await app.Get<ReminderPlanner>().RunAsync(Cancel);

        (await app.MailsAsync()).Count(mail => mail.Reminder.Stage == ReminderStage.Receipt).ShouldBe(2);
    }

    [Fact]
    public async Task Plan_MessageThatNeverCameBeforeThePeriodClosed_IsMadeUpForByTheTimer()
    {
        var app = await StartAsync();
        clock.SetUtcNow(TestPlan.Closes.AddSeconds(-5));
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);
        clock.SetUtcNow(TestPlan.Closes.AddDays(4));

        for (var hour = 0; hour < 24; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await app.Get<ReminderPlanner>().RunAsync(Cancel);
        }

        (await app.MailsAsync()).Select(mail => mail.Reminder.Stage).Distinct().ShouldBe([ReminderStage.Receipt]);
    }

    [Fact]
    public async Task List_OfTheDesk_NamesTheActivityAndItsUnit()
    {
        var app = await StartAsync();
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);
        await FollowAsync(app);

        var view = (await app.Get<ReminderHandler>().ShowAsync(TestPlan.Id, TestPlan.Second, Cancel)).ShouldSucceed();

        view.Sent.Select(mail => (mail.Unit, mail.Activity, mail.Stage, mail.State))
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldBe((new UnitCode("OGRH"), Address.Activity, ReminderStage.Receipt, MailState.Pending));
    }

    public void Dispose() => drivers.ForEach(driver => driver.Dispose());

    /// <summary>Does what the message does that a submission sends.</summary>
    private static Task FollowAsync(RemindersDriver app) =>
        ActivatorUtilities
            .CreateInstance<ReceiptTriggers>(app.Get<IServiceProvider>())
            .PlanAsync(ClaimMessage.Of(Address), Cancel);

    private RemindersDriver Join(string? storage = null)
    {
        account = storage ?? account;
        drivers.Add(new RemindersDriver(account, clock, service));
        return drivers[^1];
    }

    private async Task<RemindersDriver> StartAsync()
    {
        var app = Join(azurite.NewAccount());
        await app.AddAsync(
            new TestPlan()
                .Activity(34)
                .Contacts("OGRH", "ana@entidad.example", "jefa@entidad.example*", "eva@entidad.example")
                .Build()
        );
        return app;
    }
}
