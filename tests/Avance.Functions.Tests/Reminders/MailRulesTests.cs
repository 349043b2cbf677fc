using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Sending;

namespace Avance.Functions.Tests.Reminders;

public sealed class MailRulesTests
{
    private static readonly DateTimeOffset Now = TestPlan.WhileOpen;

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(6, 160)]
    [InlineData(7, 240)]
    [InlineData(100, 240)]
    public void After_BusyAgainAndAgain_WaitsTwiceAsLongEachTimeUpToFourHours(int tries, int minutes) =>
        After(tries, new SendOutcome(SendOutcomeKind.Busy)).ShouldBe((MailState.Pending, Now.AddMinutes(minutes)));

    [Fact]
    public void After_BusyUntilATime_WaitsThatLong() =>
        After(5, new SendOutcome(SendOutcomeKind.Busy, RetryAfter: TimeSpan.FromSeconds(90)))
            .ShouldBe((MailState.Pending, Now.AddSeconds(90)));

    [Fact]
    public void After_NobodyKnows_WaitsForTheEvents() =>
        After(1, new SendOutcome(SendOutcomeKind.Unknown)).ShouldBe((MailState.Unknown, Now.AddHours(6)));

    private static (MailState State, DateTimeOffset Until) After(int tries, SendOutcome outcome)
    {
        var mail = Mail.New(
            "20240108",
            TestPlan.Id,
            TestPlan.Second,
            new SentReminder(new UnitCode("OGRH"), ReminderStage.Opening, "20231201", []),
            new Recipient(new EmailAddress("ana@entidad.example"), "", RecipientRole.Liaison),
            Now
        );
        var after = MailRules.After(mail with { State = MailState.Claimed, Tries = tries }, outcome, 6, Now);
        return (after.State, after.Until);
    }
}
