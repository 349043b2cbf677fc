using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Groups;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reminders.Groups;

/// <summary>What a group is told of, and when.</summary>
public sealed class GroupReminderRulesTests
{
    private static readonly WorkingGroup Group = TestGroup.Registered(TestPlan.Id);
    private static readonly Caller Secretariat = new(Role.Secretariat, TestPlan.Id, null, "cuenta-1");

    /// <summary>Due on Monday 18 December 2023: 7 days before is a Monday, 7 days after is the holiday of Christmas.</summary>
    [Theory]
    [InlineData("2023-12-10", null)]
    [InlineData("2023-12-11", "before-7")]
    [InlineData("2023-12-17", "before-7")]
    [InlineData("2023-12-18", "before-0")]
    [InlineData("2023-12-25", "before-0")]
    [InlineData("2023-12-26", "overdue-7")]
    [InlineData("2024-01-24", "overdue-7")]
    [InlineData("2024-01-25", null)]
    public void Of_PendingAgreement_IsToldBeforeOnAndAfterItsDay(string day, string? stage)
    {
        var told = Of(Group with { Duties = [] }, [Held()], day);

        told.Select(one => one.Anchor).ShouldBe(stage is null ? [] : [$"2023-002.2.{stage}.20231218"]);
        told.ShouldAllBe(one => one.Stage == ReminderStage.Agreement && one.Agreement!.Number == 2);
    }

    [Theory]
    [InlineData(AgreementState.Done)]
    [InlineData(AgreementState.Dropped)]
    public void Of_AgreementThatIsNotPending_IsNotTold(AgreementState state)
    {
        var held = Held();
        var agreements = held.Agreements.Select(one => one with { State = state }).ToValueList();

        Of(Group with { Duties = [] }, [held with { Agreements = agreements }], "2023-12-18").ShouldBeEmpty();
    }

    /// <summary>Due on 31 January, a Wednesday in 2024; 30 days before it is New Year's Day, so that it is told in December.</summary>
    [Theory]
    [InlineData("2023-12-28", null)]
    [InlineData("2023-12-29", "before-30.20240131")]
    [InlineData("2024-01-24", "before-7.20240131")]
    [InlineData("2024-02-06", "before-7.20240131")]
    [InlineData("2024-02-07", "overdue-7.20240131")]
    [InlineData("2024-03-09", null)]
    public void Of_YearlyDuty_IsToldBeforeAndAfterItsDay(string day, string? stage) =>
        Of(Group, [], day)
            .Select(one => $"{one.Stage} {one.Anchor}")
            .ShouldBe(stage is null ? [] : [$"duty informe-anual.{stage}"]);

    [Fact]
    public void Of_DutyDoneInItsYear_IsNotTold()
    {
        var done = new DutyFulfilment(2024, "Informe 1-2024", new DateOnly(2024, 1, 10));
        var group = Group with { Duties = [Group.Duties[0] with { Done = [done] }] };

        Of(group, [], "2024-01-24").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2023-12-20T09:59:59-05:00", true)]
    [InlineData("2023-12-20T10:00:00-05:00", false)]
    public void Of_CalledSession_IsToldUntilItBegins(string instant, bool isTold)
    {
        var now = DateTimeOffset.Parse(instant);
        var called = Called();

        GroupReminderRules
            .Of(Group with { Duties = [] }, [called], PlanBuilder.Lima, now)
            .Select(one => $"{one.Stage} {one.Anchor}")
            .ShouldBe(isTold ? ["call 2023-002.1"] : []);
    }

    [Fact]
    public void Of_SessionThatWasNotCalled_IsNotTold()
    {
        var planned = Called() with { Call = null, State = GroupSessionState.Planned };

        Of(Group, [planned, planned with { State = GroupSessionState.Cancelled }], "2023-12-11").ShouldBeEmpty();
    }

    [Fact]
    public void OfCall_Group_IsEveryAddressOnceWithAlternatesAndGuests()
    {
        var members = Group.Members;
        var group = Group with
        {
            Members =
            [
                members[0],
                members[1] with
                {
                    Address = members[0].Address,
                },
                members[2] with
                {
                    To = new(2023, 1, 1),
                },
            ],
        };
        var told = new Recipient(new EmailAddress("antes@entidad.example"), "", RecipientRole.Member);

        GroupRecipientRules
            .OfCall(group, new DateOnly(2023, 12, 20), [told])
            .Select(one => $"{one.Address}".Split('@')[0])
            .ShouldBe(["ana", "antes", "ines", "raul", "rosa", "sara"]);
    }

    private static List<GroupReminder> Of(WorkingGroup group, GroupSession[] sessions, string day) =>
        [.. GroupReminderRules.Of(group, sessions, PlanBuilder.Lima, DateTimeOffset.Parse($"{day}T10:00:00-05:00"))];

    private static GroupSession Held() => Save(TestGroup.Held);

    private static GroupSession Called() =>
        GroupSessionRules
            .Call(Save(TestGroup.Planned), 1, new DateTime(2023, 12, 11), Secretariat, TestPlan.WhileOpen)
            .ShouldSucceed();

    private static GroupSession Save(GroupSessionRequest request) =>
        GroupSessionRules
            .Save(
                Group,
                null,
                TestGroup.Session,
                0,
                request,
                new DateTime(2023, 12, 11),
                Secretariat,
                TestPlan.WhileOpen
            )
            .ShouldSucceed();
}
