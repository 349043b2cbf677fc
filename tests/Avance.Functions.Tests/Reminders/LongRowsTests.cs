using Avance.Functions.Reminders;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Reminders;

/// <summary>Rows of large groups and of units with many returned activities: more than a column takes.</summary>
public sealed class LongRowsTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Now = TestPlan.WhileOpen;

    private static readonly SentReminder Reminder = new(
        new UnitCode("OGRH"),
        ReminderStage.Manual,
        "x",
        [.. Enumerable.Range(1, 5_000).Select(number => $"{number:D4}@3")]
    );

    private static readonly ValueList<Recipient> Recipients =
    [
        .. Enumerable
            .Range(1, 1_000)
            .Select(number => new Recipient(
                new EmailAddress($"persona{number}@entidad.example"),
                $"Persona número {number}",
                RecipientRole.Liaison
            )),
    ];

    private readonly TableServiceClient service = new(azurite.NewAccount());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outbox_MailThatTellsOfThousandsOfReturns_IsReadBackWhole()
    {
        var table = new OutboxTable(service);
        var mail = Mail.New("20231211", TestPlan.Id, TestPlan.Second, Reminder, Recipients[0], Now);

        (await table.TryAddAsync(mail, Cancel)).ShouldBeTrue();

        (await table.FindAsync(mail.Bucket, mail.Id, Cancel))!.Mail.ShouldBe(mail);
    }

    [Fact]
    public async Task Reminders_OfAThousandRecipients_AreReadBackWhole()
    {
        var table = new RemindersTable(service);
        var planned = new PlannedReminder(Reminder, "20231211", Recipients, Now, IsComplete: false);

        (await table.TryAddAsync(TestPlan.Id, TestPlan.Second, planned, Cancel)).ShouldBeTrue();
        await table.CompleteAsync(TestPlan.Id, TestPlan.Second, Reminder, Cancel);

        var found = (await table.FindAsync(TestPlan.Id, TestPlan.Second, Reminder, Cancel))!;
        found.Recipients.ShouldBe(Recipients);
        found.Reminder.Returns.ShouldBe(Reminder.Returns);
        found.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task Groups_OfAThousandMembers_AreReadBackWhole()
    {
        var table = new GroupTable(service);
        var group = Guid.NewGuid();
        var members = Recipients.Select(one => new GroupMember(one.Address, one.Name)).ToValueList();

        await table.WriteAsync(group, new GroupRow(members, Now, null), Cancel);

        (await table.FindAsync(group, Cancel)).Members.ShouldBe(members);
    }
}
