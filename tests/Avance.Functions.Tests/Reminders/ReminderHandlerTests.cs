using Avance.Functions.Access;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Reminders;

/// <summary>The next mail of a unit, pauses and requests to send, on real storage.</summary>
public sealed class ReminderHandlerTests(AzuriteFixture azurite) : IDisposable
{
    private readonly FakeMailService service = new();
    private readonly FakeTimeProvider clock = new(At("2024-01-08 10"));
    private RemindersDriver? driver;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Show_ReturnThatWasNotTold_IsWhatGoesOutNext()
    {
        var app = await StartAsync();
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);
        clock.SetUtcNow(At("2024-01-08 19"));
        await app.ReturnAsync(34, TestPlan.Second);

        (await NextAsync(app)).ShouldBe("returned 2024-01-09");
        clock.SetUtcNow(At("2024-01-09 09"));
        (await NextAsync(app)).ShouldBe("returned 2024-01-09");
        await app.RunAsync();

        Reminders().ShouldHaveSingleItem().Content.Subject.ShouldContain("se observó lo que envió");
        (await NextAsync(app)).ShouldBe("before-1 2024-01-12");
    }

    [Fact]
    public async Task Show_PausedStage_IsNamedUnlessAReturnGoesOutBeforeIt()
    {
        var app = await StartAsync(WithAna(new TestPlan().Activity(34).Activity(35)));
        var pause = new PauseRequest(Held: true, "Se corrige la lista de contactos.");
        (
            await app.Get<ReminderHandler>()
                .PauseAsync(
                    TestPlan.Id,
                    TestPlan.Second,
                    ReminderStage.Before(7),
                    pause,
                    TestProgress.Secretariat,
                    Cancel
                )
        ).ShouldSucceed();

        (await NextAsync(app)).ShouldBe("before-7 2024-01-08 paused");
        await app.SubmitAsync(34, "OGRH", TestPlan.Second);
        await app.ReturnAsync(34, TestPlan.Second);
        (await NextAsync(app)).ShouldBe("returned 2024-01-08");
        await app.RunAsync();

        Reminders().ShouldHaveSingleItem().Content.Subject.ShouldContain("se observó lo que envió");
        (await NextAsync(app)).ShouldBe("before-7 2024-01-08 paused");
    }

    [Fact]
    public async Task Send_AskedForAgainAfterACrash_GoesOutOnce()
    {
        clock.SetUtcNow(At("2024-01-08 20"));
        var app = await StartAsync(
            new TestPlan().Activity(34).Contacts("OGRH", "ana@entidad.example", "eva@entidad.example")
        );
        var request = new SendRequest(Guid.NewGuid(), new UnitCode("OGRH"));
        app.Faults.Reset();
        // The audit, who is to get it, the first mail: the second one is lost.
        app.Faults.FailAtWrite = 4;
        await Should.ThrowAsync<CrashException>(() => SendAsync(app, request));
        app.Faults.Reset();

        (await SendAsync(app, request)).ShouldSucceed();
        (await SendAsync(app, request)).ShouldSucceed();

        (await app.SendAsync()).ShouldBe(2);
        service.Taken.Select(mail => $"{mail.To}").Order().ShouldBe(["ana@entidad.example", "eva@entidad.example"]);
    }

    [Fact]
    public async Task Send_MailAgainLongAfter_HasALinkOfItsOwn()
    {
        var app = await StartAsync();
        (await SendAsync(app, new SendRequest(Guid.NewGuid(), new UnitCode("OGRH")))).ShouldSucceed();
        (await app.SendAsync()).ShouldBe(1);
        var mail = service.Taken[0].Address;
        (await app.TellAsync(("bounce", mail))).ShouldSucceed().ShouldBe(1);
        // The first link works for 14 days.
        clock.Advance(TimeSpan.FromDays(15));

        (await SendAsync(app, new SendRequest(Guid.NewGuid(), Mail: mail))).ShouldSucceed();
        (await app.SendAsync()).ShouldBe(1);

        service.Taken.Select(sent => sent.Address).ShouldBe([mail, mail]);
        service.Taken.Select(LinkOf).Distinct().Count().ShouldBe(2);
        var links = await app.Get<FormLinkHandler>().ListAsync(TestPlan.Id, Cancel);
        links.Select(link => $"{link.State}").ShouldBe(["Active", "Expired"]);
    }

    [Fact]
    public async Task Digest_AfterAMailThatCameBack_AsksForAnotherAddress()
    {
        var app = await StartAsync(
            WithAna(new TestPlan().Activity(34)).Contacts("OGPPM", UnitKind.Secretariat, "sara@entidad.example")
        );
        await app.RunAsync();
        var mail = service.Taken.Single(taken => $"{taken.To}" == "ana@entidad.example").Address;
        (await app.TellAsync(("bounce", mail))).ShouldSucceed().ShouldBe(1);
        clock.SetUtcNow(At("2024-01-15 10"));

        await app.RunAsync();

        var digest = service.Taken.Last(taken => $"{taken.To}" == "sara@entidad.example").Content.Text;
        digest[digest.IndexOf("Correos que no llegaron", StringComparison.Ordinal)..]
            .ShouldContain("- ana@entidad.example");
    }

    public void Dispose() => driver?.Dispose();

    private static DateTimeOffset At(string local) => DateTimeOffset.Parse($"{local}:00:00-05:00");

    private static Task<Result<int>> SendAsync(RemindersDriver app, SendRequest request) =>
        app.Get<ReminderHandler>().SendAsync(TestPlan.Id, TestPlan.Second, request, TestProgress.Secretariat, Cancel);

    private static string LinkOf(OutgoingMail mail) =>
        mail.Content.Text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal));

    private static TestPlan WithAna(TestPlan plan) => plan.Contacts("OGRH", "ana@entidad.example");

    private static async Task<string> NextAsync(RemindersDriver app)
    {
        var view = (await app.Get<ReminderHandler>().ShowAsync(TestPlan.Id, TestPlan.Second, Cancel)).ShouldSucceed();
        var next = view.Next.ShouldHaveSingleItem();
        next.Recipients.ShouldHaveSingleItem();
        return $"{next.Stage} {next.Day:yyyy-MM-dd}{(next.Held ? " paused" : "")}";
    }

    /// <summary>What went out but for receipts, which say what arrived.</summary>
    private IEnumerable<OutgoingMail> Reminders() =>
        service.Taken.Where(mail => !mail.Content.Subject.StartsWith("Constancia", StringComparison.Ordinal));

    private async Task<RemindersDriver> StartAsync(TestPlan? plan = null)
    {
        driver = new RemindersDriver(azurite.NewAccount(), clock, service);
        await driver.AddAsync((plan ?? WithAna(new TestPlan().Activity(34))).Build());
        return driver;
    }
}
