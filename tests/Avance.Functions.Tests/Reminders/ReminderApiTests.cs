using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Tests.Drivers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Avance.Functions.Tests.Reminders;

/// <summary>What the secretariat sees and does, over HTTP.</summary>
public sealed class ReminderApiTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2024-01-08T10:00:00-05:00");
    private readonly string folder = Directory.CreateTempSubdirectory("avance-mail-").FullName;

    private static string Path => $"{AppDriver.Plan()}/periods/2023-II/reminders";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_BeforeAndAfterARun_ShowsWhatIsNextAndWhatWasSent()
    {
        await using var app = await StartAsync();

        var before = (await app.Secretariat().GetAsync(Path)).ShouldBeOk();
        before["stages"]!
            .AsArray()
            .Where(stage => (bool)stage!["past"]!)
            .Select(stage => (string)stage!["stage"]!)
            .ShouldBe(["opening", "before-30", "before-15"]);
        var next = before["next"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)next["unit"]!, (string)next["stage"]!, (string)next["day"]!).ShouldBe(
            ("OGRH", "before-7", "2024-01-08")
        );
        next["recipients"]!.AsArray().ShouldHaveSingleItem()!["address"]!
            .GetValue<string>()
            .ShouldBe("ana@entidad.example");
        await RunAsync(app);

        var after = (await app.Secretariat().GetAsync(Path)).ShouldBeOk();
        ((string)after["next"]![0]!["stage"]!).ShouldBe("before-1");
        after["sent"]!.AsArray().Select(mail => (string)mail!["state"]!).Distinct().ShouldBe(["accepted"]);
        (await app.Secretariat().GetAsync(AppDriver.Plan())).Text.ShouldNotContain("ana@entidad.example");
    }

    [Fact]
    public async Task List_OfAClosedPeriod_HasNothingNext()
    {
        await using var app = await StartAsync(TestPlan.Closes.AddDays(1));

        var list = (await app.Secretariat().GetAsync(Path)).ShouldBeOk();

        list["stages"]!.AsArray().ShouldAllBe(stage => (bool)stage!["past"]!);
        var next = list["next"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)next["unit"]!, (string?)next["stage"], (string?)next["day"]).ShouldBe(("OGRH", null, null));
    }

    [Fact]
    public async Task Pause_Stage_StopsItUntilItIsResumed()
    {
        await using var app = await StartAsync();
        await PutAsync(app, "before-7/hold", new { held = true, reason = "Se corrige la lista de contactos." });
        await RunAsync(app);
        Mails().ShouldNotContain(text => text.Contains("(OGRH)", StringComparison.Ordinal));

        await PutAsync(app, "before-7/hold", new { held = false });
        await RunAsync(app);

        Mails().ShouldContain(text => text.Contains("(OGRH)", StringComparison.Ordinal));
        var audit = await ActionsAsync(app);
        audit.ShouldContain("holdReminders");
        audit.ShouldContain("releaseReminders");
        (await app.Secretariat().PutAsync($"{Path}/before-7/hold", null, new { held = true })).ShouldBeProblem(
            422,
            "hold-reason-missing",
            "reason"
        );
        (
            await app.Secretariat().PutAsync($"{Path}/manana/hold", null, new { held = true, reason = "no" })
        ).ShouldBeProblem(404, "stage-unknown");
    }

    [Theory]
    [InlineData("manual")]
    [InlineData("before-20")]
    public async Task Pause_StageThatTheListDoesNotShow_IsRefused(string stage)
    {
        await using var app = await StartAsync();
        var body = new { held = true, reason = "Se corrige la lista de contactos." };

        (await app.Secretariat().PutAsync($"{Path}/{stage}/hold", null, body)).ShouldBeProblem(404, "stage-unknown");
    }

    [Fact]
    public async Task Send_OneNow_GoesOutOnceAtAnyHour()
    {
        await using var app = await StartAsync(Now.AddHours(12));
        var id = Guid.NewGuid();
        (await PostAsync(app, "send", new { requestId = id, unit = "OGRH" })).ShouldBeOk();
        (await PostAsync(app, "send", new { requestId = id, unit = "OGRH" })).ShouldBeOk();

        await RunAsync(app);

        Mails().Count.ShouldBe(1);
        (await ActionsAsync(app)).ShouldContain("sendReminder");
        (await PostAsync(app, "send", new { requestId = id, unit = "NADIE" })).ShouldBeProblem(
            422,
            "unit-unknown",
            "unit"
        );
    }

    [Fact]
    public async Task Test_Reminder_GoesToTheAddressWithoutAWayIn()
    {
        await using var app = await StartAsync();

        (
            await PostAsync(
                app,
                "test",
                new
                {
                    unit = "OGRH",
                    stage = "overdue-1",
                    to = "prueba@entidad.example",
                }
            )
        ).ShouldBeOk();

        Mails().ShouldHaveSingleItem().ShouldNotContain("/entrar#");
        (await app.As(null).GetAsync("/dev/mail")).Text.ShouldContain("faltan 7 d&#xED;as (OGRH)");
        var name = System.IO.Path.GetFileNameWithoutExtension(Directory.GetFiles(folder, "*.html").Single());
        (await app.As(null).GetAsync($"/dev/mail/{name}")).Text.ShouldContain("Actividad 34");
        (await ActionsAsync(app)).ShouldContain("testReminder");
        var file = await File.ReadAllBytesAsync(
            Directory.GetFiles(folder, "*.eml").Single(),
            TestContext.Current.CancellationToken
        );
        file.ShouldAllBe(letter => letter < 128);
        using var mail = await MimeMessage.LoadAsync(new MemoryStream(file), TestContext.Current.CancellationToken);
        mail.From.Mailboxes.Single().Name.ShouldBe("Avance");
        mail.To.Mailboxes.Single().Address.ShouldBe("prueba@entidad.example");
        mail.Subject!.ShouldContain("faltan 7 días (OGRH)");
        mail.Date.ShouldBe(Now);
        mail.Headers["X-Avance-Mail"].ShouldBe(name);
        mail.MessageId.ShouldBe($"{name}@avance.example");
        mail.TextBody!.ShouldContain("- Actividad 34. ");
        mail.HtmlBody!.ShouldContain("<h1");
        var calendar = mail.Attachments.ShouldHaveSingleItem().ShouldBeOfType<TextPart>();
        calendar.ContentType.MimeType.ShouldBe("text/calendar");
        calendar.FileName.ShouldBe("fecha-limite.ics");
        calendar.Text.ShouldContain("DTSTART;VALUE=DATE:20240115");
    }

    [Fact]
    public async Task Preview_Reminder_ReadsAsItsFirstRecipientWouldAndSendsNothing()
    {
        await using var app = await StartAsync();

        var preview = (await app.Secretariat().GetAsync($"{Path}/preview?unit=OGRH&stage=before-7")).ShouldBeOk();

        ((string)preview["subject"]!).ShouldContain("faltan 7 días (OGRH)");
        ((string)preview["text"]!).ShouldContain("Hola, Persona ana:");
        preview.Text.ShouldNotContain("/entrar#");
        Mails().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("unit=NADIE&stage=before-7", 422, "unit-unknown", "unit")]
    [InlineData("unit=OGRH&stage=manana", 404, "stage-unknown", null)]
    [InlineData("unit=OGRH&stage=digest", 422, "stage-of-no-unit", "stage")]
    [InlineData("unit=DTEG&stage=before-7", 409, "reminder-nobody", null)]
    [InlineData("", 404, "stage-unknown", null)]
    public async Task Preview_OfNothing_SaysWhy(string query, int status, string code, string? field)
    {
        await using var app = await StartAsync(plan: new TestPlan().Activity(34).Activity(35, "DTEG"));

        (await app.Secretariat().GetAsync($"{Path}/preview?{query}")).ShouldBeProblem(status, code, field);
    }

    [Fact]
    public async Task Test_WhereMailsGoNowhere_SaysSo()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount(), Now);
        await app.AddAsync(new TestPlan().Activity(34).Build());

        (
            await PostAsync(
                app,
                "test",
                new
                {
                    unit = "OGRH",
                    stage = "before-7",
                    to = "prueba@entidad.example",
                }
            )
        ).ShouldBeProblem(409, "mail-not-ready");
    }

    [Fact]
    public async Task Send_AgainAMailThatCameBack_TakesARepetitionOnce()
    {
        await using var app = await StartAsync();
        await RunAsync(app);
        var before = await ExpectAsync("accepted", needsAddress: false);
        await BounceAsync(app, before);
        var mail = await ExpectAsync("bounced", needsAddress: true);

        (await PostAsync(app, "send", new { requestId = Guid.NewGuid(), mail })).ShouldBeOk();
        (await PostAsync(app, "send", new { requestId = Guid.NewGuid(), mail })).ShouldBeOk();
        await ExpectAsync("pending", needsAddress: false);
        (await ActionsAsync(app)).Count(action => action == "sendMailAgain").ShouldBe(1);
        await app.Get<MailSender>().RunAsync(Cancel);

        await ExpectAsync("accepted", needsAddress: false);
        (await PostAsync(app, "send", new { requestId = Guid.NewGuid(), mail })).ShouldBeProblem(409, "mail-not-lost");

        async Task<string> ExpectAsync(string state, bool needsAddress)
        {
            var sent = (await app.Secretariat().GetAsync(Path)).ShouldBeOk()["sent"]!.AsArray();
            var one = sent.Single(item => (string)item!["to"]! == "ana@entidad.example")!;
            ((string)one["state"]!, (bool)one["needsAddress"]!).ShouldBe((state, needsAddress));
            return (string)one["mail"]!;
        }
    }

    [Fact]
    public async Task DevelopmentMail_InProduction_IsNotThere()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount(), environment: "Production");

        (await app.As(null).GetAsync("/dev/mail")).ShouldBeProblem(404, "address-unknown");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private List<string> Mails() => [.. Directory.GetFiles(folder, "*.html").Select(File.ReadAllText)];

    private static async Task<IReadOnlyList<string>> ActionsAsync(AppDriver app) =>
        [.. (await StoredAudit.ReadAsync(app)).Select(one => one.Action)];

    private static async Task BounceAsync(AppDriver app, string mail)
    {
        var outbox = app.Get<OutboxTable>();
        var stored = await outbox.FindAsync(mail.Split('.')[0], MailId.Parse(mail.Split('.')[1], null), Cancel);
        var bounced = stored!.Mail with { State = MailState.Bounced, Reason = "550 unknown user" };
        (await outbox.TryReplaceAsync(stored, bounced, Cancel)).ShouldNotBeNull();
    }

    private async Task<AppDriver> StartAsync(DateTimeOffset? now = null, TestPlan? plan = null)
    {
        var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            now ?? Now,
            configure: builder => builder.Configuration["Mail:Folder"] = folder
        );
        await app.AddAsync(
            (plan ?? new TestPlan().Activity(34))
                .Contacts("OGRH", "ana@entidad.example")
                .Contacts("OGPPM", UnitKind.Secretariat, "sara@entidad.example")
                .Build()
        );
        return app;
    }

    private static async Task RunAsync(AppDriver app)
    {
        await app.Get<ReminderPlanner>().RunAsync(Cancel);
        await app.Get<MailSender>().RunAsync(Cancel);
    }

    private static async Task PutAsync(AppDriver app, string path, object body) =>
        (await app.Secretariat().PutAsync($"{Path}/{path}", null, body)).ShouldBeOk();

    private static Task<Answer> PostAsync(AppDriver app, string path, object body) =>
        app.Secretariat().PostAsync($"{Path}/{path}", null, body);
}
