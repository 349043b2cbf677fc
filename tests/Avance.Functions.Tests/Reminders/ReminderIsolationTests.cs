using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Reminders;

/// <summary>Plans of which something in the tables cannot be read, beside one that is in order.</summary>
public sealed class ReminderIsolationTests(AzuriteFixture azurite)
{
    private const int Bad = 16;

    [Fact]
    public async Task Run_PlansThatCannotBeRead_DoNotStopTheOthers()
    {
        var service = new FakeMailService();
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2024-01-08T10:00:00-05:00"));
        using var app = new RemindersDriver(azurite.NewAccount(), clock, service);
        var plan = new TestPlan().Activity(34).Contacts("OGRH", "ana@entidad.example").Build();
        foreach (var id in Enumerable.Range(1, Bad).Select(number => new PlanId($"a-{number}")))
        {
            await app.AddAsync(plan with { Id = id });
        }

        await app.PlanAsync();
        foreach (var id in Enumerable.Range(1, Bad).Select(number => $"a-{number}"))
        {
            await BreakAsync(app, id);
        }

        await app.AddAsync(plan);

        // Nobody knows what is wrong there: whoever looks after the app is to hear of it.
        await Should.ThrowAsync<FormatException>(app.PlanAsync);
        await Should.ThrowAsync<FormatException>(app.SendAsync);

        service.Taken.ShouldHaveSingleItem();
        (await app.MailsAsync()).Count(mail => mail.State == MailState.Pending).ShouldBe(Bad);
    }

    /// <summary>A row as a later version of the app may have left it.</summary>
    private static async Task BreakAsync(RemindersDriver app, string plan) =>
        await app.Get<TableServiceClient>()
            .GetTableClient(RemindersTable.Name)
            .AddEntityAsync(
                new TableEntity(plan, "2023-II|sent|OGRH|someday|20240115"),
                TestContext.Current.CancellationToken
            );
}
