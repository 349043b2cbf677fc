using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Events;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Reminders;

/// <summary>Signed events of one mail that was sent, on real storage.</summary>
public sealed class MailEventTests(AzuriteFixture azurite) : IDisposable
{
    private readonly string storage = azurite.NewAccount();
    private readonly FakeMailService service = new();
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2024-01-08T10:00:00-05:00"));
    private readonly List<RemindersDriver> apps = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_InAnyOrderAndRepeated_LeavesTheLastState()
    {
        var (app, mail) = await SendAsync();

        (await app.TellAsync(("bounce", mail), ("processed", mail))).ShouldSucceed().ShouldBe(1);
        (await app.TellAsync(("delivered", mail), ("open", mail), ("delivered", "20240108.0")))
            .ShouldSucceed()
            .ShouldBe(0);
        var known = await OnlyAsync(app);
        (known.State, known.Reason).ShouldBe((MailState.Bounced, "550 unknown user"));
        (await app.TellAsync(("spamreport", mail))).ShouldSucceed().ShouldBe(1);
    }

    [Fact]
    public async Task Take_ForgedChangedOrOld_IsRefused()
    {
        var (app, mail) = await SendAsync();
        var (body, signature, timestamp) = app.Sign(("delivered", mail));
        byte[] changed = [.. body[..^1], (byte)' ', (byte)']'];

        (await TakeAsync(app, changed, signature, timestamp)).ShouldBeRefused("mail-events-unsigned");
        (await TakeAsync(app, body, signature, timestamp + "0")).ShouldBeRefused("mail-events-unsigned");
        (await TakeAsync(app, body, null, timestamp)).ShouldBeRefused("mail-events-unsigned");
        (await TakeAsync(app, body, "x", null)).ShouldBeRefused("mail-events-unsigned");
        clock.Advance(TimeSpan.FromMinutes(11));
        (await TakeAsync(app, body, signature, timestamp)).ShouldBeRefused("mail-events-unsigned");
        (await OnlyAsync(app)).State.ShouldBe(MailState.Accepted);
    }

    [Fact]
    public async Task Take_RepeatedToAnyInstance_IsRefusedUntilItIsTooOld()
    {
        var (app, mail) = await SendAsync();
        var other = Start();
        var (body, signature, timestamp) = app.Sign(("delivered", mail));

        (await TakeAsync(app, body, signature, timestamp)).ShouldSucceed().ShouldBe(1);
        (await TakeAsync(app, body, signature, timestamp)).ShouldBeRefused("mail-events-repeated");
        (await TakeAsync(other, body, signature, timestamp)).ShouldBeRefused("mail-events-repeated");
        clock.Advance(EventSignature.Tolerance);
        await other.ForgetEventsAsync();
        (await TakeAsync(Start(), body, signature, timestamp)).ShouldBeRefused("mail-events-repeated");
        // Who has one signature can make another one of it.
        (await TakeAsync(app, body, Twin(signature), timestamp)).ShouldBeRefused("mail-events-repeated");
    }

    [Fact]
    public async Task Take_DiesHalfWay_IsTakenWhenItComesAgain()
    {
        var (app, mail) = await SendAsync();
        var (body, signature, timestamp) = app.Sign(("delivered", mail));
        app.Faults.Reset();
        app.Faults.FailAtWrite = 1;

        await Should.ThrowAsync<CrashException>(() => TakeAsync(app, body, signature, timestamp));

        (await TakeAsync(Start(), body, signature, timestamp)).ShouldSucceed().ShouldBe(1);
    }

    [Fact]
    public async Task Take_OfAnEarlierTry_SaysNothingOfTheNext()
    {
        var (app, mail) = await SendAsync();
        (await app.TellAsync(("bounce", mail))).ShouldSucceed().ShouldBe(1);
        var late = app.Sign(("bounce", mail), ("dropped", mail));
        clock.Advance(TimeSpan.FromMinutes(5));
        await AgainAsync(app, mail);

        (await app.TakeAsync(late)).ShouldSucceed().ShouldBe(0);
        (await app.SendAsync()).ShouldBe(1);
        (await app.TellAsync(("delivered", mail))).ShouldSucceed().ShouldBe(1);
        (await OnlyAsync(app)).State.ShouldBe(MailState.Delivered);
    }

    [Fact]
    public async Task Forget_OldEvents_LeavesNoRowOfThem()
    {
        var (app, mail) = await SendAsync();
        var count = 0;
        // More than a transaction takes.
        for (; count < 101; count++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            (await app.TellAsync(("open", mail))).ShouldSucceed();
        }

        (await RowsAsync(app)).ShouldBe(count);
        clock.Advance(TimeSpan.FromHours(1));
        (await app.TellAsync(("delivered", mail))).ShouldSucceed();
        await app.ForgetEventsAsync();
        await app.ForgetEventsAsync();

        (await RowsAsync(app)).ShouldBe(1);
    }

    public void Dispose() => apps.ForEach(app => app.Dispose());

    private RemindersDriver Start()
    {
        var app = new RemindersDriver(storage, clock, service);
        apps.Add(app);
        return app;
    }

    private async Task<(RemindersDriver App, string Mail)> SendAsync()
    {
        var app = Start();
        await app.AddAsync(new TestPlan().Activity(34).Contacts("OGRH", "ana@entidad.example").Build());
        (await app.RunAsync()).ShouldBe(1);
        return (app, (await OnlyAsync(app)).Address);
    }

    private static async Task<Mail> OnlyAsync(RemindersDriver app) => (await app.MailsAsync()).ShouldHaveSingleItem();

    private static Task<Result<int>> TakeAsync(
        RemindersDriver app,
        byte[] body,
        string? signature,
        string? timestamp
    ) => app.Get<MailEvents>().TakeAsync(body, signature, timestamp, Cancel);

    private static async Task AgainAsync(RemindersDriver app, string mail) =>
        (
            await app.Get<ReminderHandler>()
                .SendAsync(
                    TestPlan.Id,
                    TestPlan.Second,
                    new SendRequest(Guid.NewGuid(), Mail: mail),
                    TestProgress.Secretariat,
                    Cancel
                )
        )
            .ShouldSucceed()
            .ShouldBe(1);

    private static async Task<int> RowsAsync(RemindersDriver app) =>
        await app.Get<TableServiceClient>()
            .GetTableClient(RemindersTable.Name)
            .QueryAsync<TableEntity>("PartitionKey eq '|events'", cancellationToken: Cancel)
            .CountAsync(Cancel);

    /// <summary>Another signature of the same: r and -s.</summary>
    private static string Twin(string signature)
    {
        var order = new System.Numerics.BigInteger(
            Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"),
            isUnsigned: true,
            isBigEndian: true
        );
        var reader = new System.Formats.Asn1.AsnReader(
            Convert.FromBase64String(signature),
            System.Formats.Asn1.AsnEncodingRules.DER
        ).ReadSequence();
        var (r, s) = (reader.ReadInteger(), reader.ReadInteger());
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(r);
            writer.WriteInteger(order - s);
        }

        return Convert.ToBase64String(writer.Encode());
    }
}
