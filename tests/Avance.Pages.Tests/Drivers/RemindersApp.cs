using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Pages.Tests.Drivers;

/// <summary>A plan a week before its deadline: two units with contacts, and one that nobody can be reminded of.</summary>
public static class RemindersApp
{
    public static readonly DateTimeOffset WeekBefore = DateTimeOffset.Parse("2024-01-08T10:00:00-05:00");

    /// <summary>One contact for each thing that may become of a mail, of two units.</summary>
    private static readonly (string Name, MailState State)[] Fates =
    [
        ("ana", MailState.Bounced),
        ("berta", MailState.Delivered),
        ("carla", MailState.Complained),
        ("dora", MailState.Unknown),
        ("elsa", MailState.Accepted),
        ("flor", MailState.Rejected),
        ("gina", MailState.Pending),
        ("hilda", MailState.Claimed),
        ("ines", MailState.Cancelled),
    ];

    public static async Task<AppDriver> StartAsync(
        AzuriteFixture azurite,
        FakeMailService? service = null,
        DateTimeOffset? now = null
    )
    {
        var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            now ?? WeekBefore,
            configure: builder => builder.Services.AddSingleton<IMailTransport>(service ?? new FakeMailService())
        );
        await app.AddAsync(
            new TestPlan()
                .Activity(34)
                .Activity(35)
                .Activity(36, "DTEG")
                .Activity(37, "OTIC")
                .Contacts("OGRH", [.. Fates.Take(5).Select(fate => AddressOf(fate.Name))])
                .Contacts("DTEG", [.. Fates.Skip(5).Select(fate => AddressOf(fate.Name))])
                .Build()
        );
        return app;
    }

    public static string AddressOf(string name) => $"{name}@entidad.example";

    /// <summary>Plans what is due and lets each mail meet its own fate.</summary>
    public static async Task MeetFatesAsync(AppDriver app)
    {
        var cancel = TestContext.Current.CancellationToken;
        await app.Get<ReminderPlanner>().RunAsync(cancel);
        var outbox = app.Get<OutboxTable>();
        await foreach (var stored in outbox.OpenAsync(new DateOnly(2024, 1, 1), cancel))
        {
            var state = Fates.Single(fate => AddressOf(fate.Name) == $"{stored.Mail.To.Address}").State;
            var reason = state is MailState.Bounced or MailState.Rejected ? "550 unknown user" : "";
            var mail = stored.Mail with { State = state, Reason = reason };
            (await outbox.TryReplaceAsync(stored, mail, cancel)).ShouldNotBeNull();
        }
    }
}
