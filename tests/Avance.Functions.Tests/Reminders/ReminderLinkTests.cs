using Avance.Functions.Access;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Tests.Reminders;

/// <summary>The links of mails that do not go out at the first try.</summary>
public sealed class ReminderLinkTests(AzuriteFixture azurite)
{
    private readonly FakeMailService service = new();
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2024-01-08T10:00:00-05:00"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("revoked")]
    [InlineData("all-revoked")]
    [InlineData("expired")]
    public async Task Run_RetryOfAMailWhoseLinkWorksNoMore_CarriesOneThatWorks(string why)
    {
        using var app = new RemindersDriver(
            azurite.NewAccount(),
            clock,
            service,
            services => services.AddSingleton(Options.Create(new AccessOptions { LinkDays = 1 }))
        );
        await app.AddAsync(
            new TestPlan()
                .Activity(34)
                .Activity(35, "DTEG")
                .Contacts("OGRH", "ana@entidad.example")
                .Contacts("DTEG", "dana@entidad.example")
                .Build()
        );
        await app.PlanAsync();
        var refused = new List<OutgoingMail>();
        service.Behave = mail =>
        {
            refused.Add(mail);
            return (false, new SendOutcome(SendOutcomeKind.Busy));
        };
        await app.SendAsync();
        var links = app.Get<FormLinkHandler>();
        var first = refused.Where(mail => LinkOf(mail.Content.Text) is not null).Select(mail => $"{mail.To}").ToList();
        first.ShouldNotBeEmpty();
        foreach (var link in await links.ListAsync(TestPlan.Id, Cancel))
        {
            if (why == "revoked")
            {
                (await links.RevokeAsync(TestPlan.Id, link.Id, TestProgress.Secretariat, Cancel)).ShouldSucceed();
            }
        }

        if (why == "all-revoked")
        {
            await links.RevokeAllAsync(TestPlan.Id, TestProgress.Secretariat, Cancel);
        }

        clock.Advance(TimeSpan.FromHours(why == "expired" ? 25 : 1));
        service.Behave = _ => (true, new SendOutcome(SendOutcomeKind.Accepted));
        await app.SendAsync();

        var sent = service.Taken.Where(mail => LinkOf(mail.Content.Text) is not null).ToList();
        sent.Select(mail => $"{mail.To}").ShouldBe(first, ignoreOrder: true);
        foreach (var mail in sent)
        {
            var token = LinkOf(mail.Content.Text)!.Split('#')[1];
            app.Get<LinkTokens>().TryRead(token, out var plan, out var id).ShouldBeTrue();
            (await app.Get<ActiveLinkCache>().FindAsync(plan, id, Cancel)).ShouldNotBeNull();
        }
    }

    private static string? LinkOf(string text) =>
        text.Split('\n').FirstOrDefault(line => line.StartsWith("http", StringComparison.Ordinal));
}
