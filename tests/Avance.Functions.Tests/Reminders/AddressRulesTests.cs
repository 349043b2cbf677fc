using Avance.Functions.Plans;
using Avance.Functions.Reminders;

namespace Avance.Functions.Tests.Reminders;

public sealed class AddressRulesTests
{
    private const string Ana = "ana@entidad.example";
    private static readonly DateTimeOffset Now = TestPlan.WhileOpen;

    [Theory]
    [InlineData(MailState.Bounced, true)]
    [InlineData(MailState.Complained, true)]
    [InlineData(MailState.Rejected, true)]
    [InlineData(MailState.Delivered, false)]
    [InlineData(MailState.Unknown, false)]
    [InlineData(MailState.Cancelled, false)]
    public void ToReplace_MailInAState_AsksWhereItCameBack(MailState state, bool asks) =>
        AddressRules.ToReplace(PlanOf(Ana), [MailTo(Ana, state)]).Count.ShouldBe(asks ? 1 : 0);

    [Theory]
    [InlineData(MailState.Bounced, MailState.Delivered, false)]
    [InlineData(MailState.Delivered, MailState.Bounced, true)]
    [InlineData(MailState.Bounced, MailState.Pending, true)]
    public void ToReplace_SeveralMails_GoesByTheLatestThatIsKnown(MailState first, MailState second, bool asks)
    {
        Mail[] mails = [MailTo(Ana, first), MailTo(Ana, second, days: 1)];

        AddressRules.ToReplace(PlanOf(Ana), mails).Count.ShouldBe(asks ? 1 : 0);
        AddressRules.ToReplace(PlanOf(Ana), mails.Reverse()).Count.ShouldBe(asks ? 1 : 0);
    }

    [Fact]
    public void ToReplace_AddressThatIsNoContactAnyMore_AsksForNothing() =>
        AddressRules.ToReplace(PlanOf("eva@entidad.example"), [MailTo(Ana, MailState.Bounced)]).ShouldBeEmpty();

    [Fact]
    public void ToReplace_WhereAGroupMayStillNameTheAddress_Asks() =>
        AddressRules
            .ToReplace(PlanOf($"{Guid.NewGuid()}"), [MailTo(Ana, MailState.Bounced)])
            .ShouldBe([new EmailAddress(Ana)]);

    private static Plan PlanOf(string contact) => new TestPlan().Activity(34).Contacts("OGRH", contact).Build();

    private static Mail MailTo(string address, MailState state, int days = 0) =>
        Mail.New(
            "20240108",
            TestPlan.Id,
            TestPlan.Second,
            new SentReminder(new UnitCode("OGRH"), ReminderStage.Opening, $"{days}", []),
            new Recipient(new EmailAddress(address), "", RecipientRole.Liaison),
            Now.AddDays(days)
        ) with
        {
            State = state,
        };
}
