using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Events;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Reminders;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Avance.Functions.Tests.Drivers;

/// <summary>The app, not started, whose timers a test fires by hand; two of them on one storage are two instances.</summary>
public sealed class RemindersDriver : IDisposable
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly IHost host;

    public RemindersDriver(
        string storage,
        FakeTimeProvider clock,
        FakeMailService service,
        Action<IServiceCollection>? configure = null
    )
    {
        Clock = clock;
        var options = new TableClientOptions();
        options.AddPolicy(Faults, HttpPipelinePosition.PerCall);
        host = AppDriver.Build(
            storage,
            clock,
            configure: builder =>
            {
                builder.Configuration.AddInMemoryCollection([
                    KeyValuePair.Create(
                        "Mail:WebhookKey",
                        (string?)Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo())
                    ),
                    KeyValuePair.Create("Reminders:ReadGroups", (string?)"true"),
                ]);
                builder
                    .Services.AddSingleton(new TableServiceClient(storage, options))
                    .AddSingleton<IMailTransport>(service);
                configure?.Invoke(builder.Services);
            }
        );
    }

    public FakeTimeProvider Clock { get; }

    public FaultPolicy Faults { get; } = new() { Ends = true };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public Task AddAsync(Plan plan) => AppDriver.AddAsync(Get<TableServiceClient>(), plan);

    public Task<int> PlanAsync() => Get<ReminderPlanner>().RunAsync(Cancel);

    public Task<int> SendAsync() => Get<MailSender>().RunAsync(Cancel);

    /// <summary>Plans and sends, as two timers do.</summary>
    public async Task<int> RunAsync()
    {
        await PlanAsync();
        return await SendAsync();
    }

    public Task ForgetEventsAsync() => Get<MailEvents>().ForgetAsync(Cancel);

    public async Task SubmitAsync(int activity, string unit, Period period)
    {
        var address = new ProgressAddress(TestPlan.Id, period, new ActivityNumber(activity));
        var caller = TestProgress.Reporter with { Unit = new UnitCode(unit) };
        var handler = Get<ProgressHandler>();
        (
            await handler.SaveAsync(address, await VersionAsync(address), TestProgress.Submission(), caller, Cancel)
        ).ShouldSucceed();
    }

    public async Task ReturnAsync(int activity, Period period)
    {
        var address = new ProgressAddress(TestPlan.Id, period, new ActivityNumber(activity));
        (
            await Get<ProgressHandler>()
                .ReviewAsync(
                    address,
                    await VersionAsync(address),
                    TestProgress.Return(),
                    TestProgress.Secretariat,
                    Cancel
                )
        ).ShouldSucceed();
    }

    /// <summary>All mails that are in the outbox.</summary>
    public async Task<IReadOnlyList<Mail>> MailsAsync()
    {
        var table = Get<TableServiceClient>().GetTableClient(OutboxTable.Name);
        await table.CreateIfNotExistsAsync(Cancel);
        return await table
            .QueryAsync<TableEntity>(cancellationToken: Cancel)
            .Select(row => JsonSerializer.Deserialize<Mail>(row.GetString("Content")!, Json.Options)!)
            .ToListAsync(Cancel);
    }

    /// <summary>Tells of mails as SendGrid does, signed.</summary>
    public Task<Result<int>> TellAsync(params (string Event, string Mail)[] events) => TakeAsync(Sign(events));

    public Task<Result<int>> TakeAsync((byte[] Body, string Signature, string Timestamp) signed) =>
        Get<MailEvents>().TakeAsync(signed.Body, signed.Signature, signed.Timestamp, Cancel);

    public (byte[] Body, string Signature, string Timestamp) Sign(params (string Event, string Mail)[] events)
    {
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();
        var body = JsonSerializer.SerializeToUtf8Bytes(
            events.Select(told => new
            {
                @event = told.Event,
                avance_mail = told.Mail,
                email = "alguien@entidad.example",
                sg_event_id = Guid.NewGuid(),
                timestamp = now,
                reason = told.Event == "bounce" ? "550 unknown user" : null,
            })
        );
        var timestamp = now.ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp), .. body];
        var signature = Key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return (body, Convert.ToBase64String(signature), timestamp);
    }

    public void Dispose() => host.Dispose();

    private async Task<int> VersionAsync(ProgressAddress address) =>
        (await Get<ProgressHandler>().ReadAsync(address, TestProgress.Secretariat, Cancel))
            .ShouldSucceed()
            .Progress?.Version
        ?? 0;
}
