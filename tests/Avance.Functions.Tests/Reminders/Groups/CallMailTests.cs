using System.Text.Json.Nodes;
using Avance.Functions.Reminders;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Reminders.Groups;

/// <summary>What is said of the mails that called people to a session.</summary>
public sealed class CallMailTests(AzuriteFixture azurite)
{
    private static readonly string Session = $"{AppDriver.Plan()}/group/sessions/{TestGroup.Session}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("secretariat plan-de-prueba")]
    [InlineData("national-secretariat")]
    public async Task List_OfACall_SaysWhatBecameOfEachMail(string caller)
    {
        await using var app = await StartAsync();
        await CallAsync(app, 1);
        await MeetAsync(app, "rosa", MailState.Bounced, "550 unknown user");
        await MeetAsync(app, "sara", MailState.Unknown, "");

        var mails = await ListAsync(app, caller);

        mails
            .Select(mail => $"{mail!["to"]} {mail["state"]} {mail["reason"]}".Trim())
            .ShouldBe([
                "ana@entidad.example pending",
                "dora@entidad.example pending",
                "ines@entidad.example pending",
                "oscar@entidad.example pending",
                "raul@entidad.example pending",
                "rosa@entidad.example bounced 550 unknown user",
                "sara@entidad.example unknown",
            ]);
        ((string?)mails[5]!["name"]).ShouldBe("Rosa Prueba");
    }

    [Fact]
    public async Task List_OfASessionThatWasCalledAgain_IsOfTheLatestCall()
    {
        await using var app = await StartAsync();
        await CallAsync(app, 1);
        await MeetAsync(app, "rosa", MailState.Bounced, "");
        var moved = TestGroup.Planned with { Place = "Auditorio" };
        (await app.Secretariat().PutAsync(Session, 2, TestGroup.Json(moved))).ShouldBeOk();
        await CallAsync(app, 3);

        (await ListAsync(app)).ShouldAllBe(mail => (string)mail!["state"]! == "pending");
    }

    [Fact]
    public async Task List_OfASessionThatNobodyWasCalledTo_IsEmpty()
    {
        await using var app = await StartAsync();

        (await ListAsync(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_ByAReader_IsRefused()
    {
        await using var app = await StartAsync();
        await CallAsync(app, 1);

        (await app.As("reader plan-de-prueba").GetAsync($"{Session}/mails")).ShouldBeProblem(403, "not-allowed");
    }

    [Fact]
    public async Task List_MailsThatACrashLeftOut_AreStillToBeSent()
    {
        await using var app = await StartAsync();
        await CallAsync(app, 1);
        var outbox = app.Get<TableServiceClient>().GetTableClient(OutboxTable.Name);
        await foreach (var row in outbox.QueryAsync<TableEntity>(cancellationToken: Cancel))
        {
            await outbox.DeleteEntityAsync(row, cancellationToken: Cancel);
        }

        (await ListAsync(app)).Count.ShouldBe(7);
    }

    private static async Task<JsonArray> ListAsync(AppDriver app, string caller = "secretariat plan-de-prueba") =>
        (await app.As(caller).GetAsync($"{Session}/mails")).ShouldBeOk().Json.AsArray();

    private static async Task CallAsync(AppDriver app, int version) =>
        (await app.Secretariat().PostAsync($"{Session}/call", version, new { })).ShouldBeOk();

    private static async Task MeetAsync(AppDriver app, string name, MailState state, string reason)
    {
        var outbox = app.Get<OutboxTable>();
        var stored = await outbox
            .OpenAsync(new DateOnly(2023, 1, 1), Cancel)
            .SingleAsync(one => one.Mail.To.Address == new EmailAddress($"{name}@entidad.example"), Cancel);
        (
            await outbox.TryReplaceAsync(stored, stored.Mail with { State = state, Reason = reason }, Cancel)
        ).ShouldNotBeNull();
    }

    private async Task<AppDriver> StartAsync()
    {
        var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(34).Build());
        (
            await app.Secretariat().PutAsync($"{AppDriver.Plan()}/group", 0, TestGroup.Json(TestGroup.Request))
        ).ShouldBeOk();
        (await app.Secretariat().PutAsync(Session, 0, TestGroup.Json(TestGroup.Planned))).ShouldBeOk();
        return app;
    }
}
