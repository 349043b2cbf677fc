using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Avance.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task Hold_Stage_StopsItUntilItIsReleased()
    {
        await using var app = await StartAsync();
        await PutAsync(app, "before-7/hold", new { held = true, reason = "Se corrige la lista de contactos." });
        await RunAsync(app);
        Mails().ShouldNotContain(text => text.Contains("(OGRH)", StringComparison.Ordinal));

        await PutAsync(app, "before-7/hold", new { held = false });
        await RunAsync(app);

        Mails().ShouldContain(text => text.Contains("(OGRH)", StringComparison.Ordinal));
        var audit = await app.Get<AuditTable>()
            .ListAsync(TestPlan.Id, Cancel)
            .Select(one => one.Action)
            .ToListAsync(Cancel);
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

    [Fact]
    public async Task Send_OneNow_GoesOutOnceAtAnyHour()
    {
        await using var app = await StartAsync(Now.AddHours(12));
        var id = Guid.NewGuid();
        (await PostAsync(app, "send", new { requestId = id, unit = "OGRH" })).ShouldBeOk();
        (await PostAsync(app, "send", new { requestId = id, unit = "OGRH" })).ShouldBeOk();

        await RunAsync(app);

        Mails().Count.ShouldBe(1);
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
        File.ReadAllText(Directory.GetFiles(folder, "*.eml").Single())
            .ShouldContain("To: <prueba@entidad.example>\r\n");
    }

    [Fact]
    public async Task DevelopmentMail_InProduction_IsNotThere()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount(), environment: "Production");

        (await app.As(null).GetAsync("/dev/mail")).ShouldBeProblem(404, "address-unknown");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private List<string> Mails() => [.. Directory.GetFiles(folder, "*.html").Select(File.ReadAllText)];

    private async Task<AppDriver> StartAsync(DateTimeOffset? now = null)
    {
        var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            now ?? Now,
            configure: builder => builder.Configuration["Mail:Folder"] = folder
        );
        await app.AddAsync(
            new TestPlan()
                .Activity(34)
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
