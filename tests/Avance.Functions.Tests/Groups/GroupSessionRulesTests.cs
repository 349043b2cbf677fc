using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Http;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Groups;

/// <summary>What may be done with a session.</summary>
public sealed class GroupSessionRulesTests
{
    private static readonly WorkingGroup Group = TestGroup.Registered(TestPlan.Id);
    private static readonly Caller Secretariat = new(Role.Secretariat, TestPlan.Id, null, "cuenta-1");
    private static readonly DateTimeOffset Now = TestPlan.WhileOpen;
    private static readonly DateTime LocalNow = new(2023, 12, 11);

    [Fact]
    public void Call_PlannedSession_IsCalledOnceHoweverOftenItIsAsked()
    {
        var called = Call(Planned());

        called.State.ShouldBe(GroupSessionState.Called);
        called.Call!.Sequence.ShouldBe(1);
        called.HasChangedSinceCall().ShouldBeFalse();
        GroupSessionRules
            .Call(called, 1, LocalNow, Secretariat, Now.AddHours(1))
            .ShouldSucceed()
            .ShouldBeSameAs(called);
    }

    [Fact]
    public void Call_AfterAChange_CountsOneMore()
    {
        var moved = Save(Call(Planned()), TestGroup.Planned with { Place = "Auditorio" }).ShouldSucceed();

        moved.State.ShouldBe(GroupSessionState.Called);
        moved.HasChangedSinceCall().ShouldBeTrue();
        var again = Call(moved);
        again.Call!.Sequence.ShouldBe(2);
        again.HasChangedSinceCall().ShouldBeFalse();
    }

    [Fact]
    public void Call_SessionThatLacksWhatMembersMustKnow_IsRefusedWithAllOfIt()
    {
        var session = Save(null, new GroupSessionRequest(new DateTime(2023, 12, 1, 9, 0, 0))).ShouldSucceed();

        GroupSessionRules
            .Call(session, 1, LocalNow, Secretariat, Now)
            .Error.ShouldNotBeNull()
            .Errors.Select(error => $"{error.Field} {error.Code}")
            .ShouldBe(["startsAt group-session-past", "place group-session-place", "agenda group-session-agenda"]);
    }

    [Fact]
    public void Cancel_CalledSession_CountsOneMoreSoThatMembersAreTold()
    {
        var cancelled = GroupSessionRules.Cancel(Call(Planned()), 2, Secretariat, Now).ShouldSucceed();

        (cancelled.State, cancelled.Call!.Sequence).ShouldBe((GroupSessionState.Cancelled, 2));
        GroupSessionRules.Cancel(cancelled, 0, Secretariat, Now).ShouldSucceed().ShouldBeSameAs(cancelled);
        GroupSessionRules.Cancel(Planned(), 1, Secretariat, Now).ShouldSucceed().Call.ShouldBeNull();
    }

    [Fact]
    public void SaveCallAndCancel_OfWhatIsOver_AreRefused()
    {
        var held = Save(null, TestGroup.Held).ShouldSucceed();
        var cancelled = GroupSessionRules.Cancel(Planned(), 1, Secretariat, Now).ShouldSucceed();

        CodeOf(GroupSessionRules.Call(held, 1, LocalNow, Secretariat, Now)).ShouldBe("group-session-over");
        CodeOf(GroupSessionRules.Cancel(held, 1, Secretariat, Now)).ShouldBe("group-session-over");
        CodeOf(GroupSessionRules.Call(cancelled, 2, LocalNow, Secretariat, Now)).ShouldBe("group-session-over");
        CodeOf(Save(cancelled, TestGroup.Planned with { Place = "Otra" })).ShouldBe("group-session-cancelled");
    }

    [Fact]
    public void Save_AllThatIsWrong_IsToldAtOnceWithItsField()
    {
        var request = new GroupSessionRequest(
            new DateTime(2024, 1, 1),
            5,
            "",
            "ftp://sala",
            [""],
            IsHeld: true,
            [
                new MemberAttendance(TestGroup.Members[0], AttendanceState.Present),
                new MemberAttendance(TestGroup.Members[0], AttendanceState.Absent),
                new MemberAttendance(Guid.NewGuid(), AttendanceState.Present),
            ],
            [],
            [
                new Agreement(0, "x", new Responsible()),
                new Agreement(1, "Un acuerdo", new Responsible(Organisation: "OGRH"), State: AgreementState.Done),
                new Agreement(1, "Otro acuerdo", new Responsible(Organisation: "OGRH")),
            ]
        );

        Save(null, request)
            .Error.ShouldNotBeNull()
            .Errors.Select(error => $"{error.Field} {error.Code}")
            .ShouldBe([
                "startsAt group-session-year",
                "minutes group-session-minutes",
                "link group-session-link",
                "agenda[0] group-text",
                "isHeld group-session-not-begun",
                "attendance[2].member group-attendance-member",
                "attendance[1].member group-attendance-repeated",
                "agreements[0].number group-agreement-number",
                "agreements[0].text group-text",
                "agreements[0].responsible group-agreement-nobody",
                "agreements[1].document group-text",
                "agreements[2].number group-agreement-repeated",
            ]);
    }

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    public void Save_TimeWithAZone_IsRefused(DateTimeKind kind) =>
        CodeOf(Save(null, TestGroup.Planned with { StartsAt = DateTime.SpecifyKind(TestGroup.Planned.StartsAt, kind) }))
            .ShouldBe("group-session-local");

    [Fact]
    public void Save_AttendanceOfASessionThatWasNotHeld_IsRefused() =>
        CodeOf(Save(null, TestGroup.Held with { IsHeld = false })).ShouldBe("group-session-not-held");

    [Fact]
    public void Save_WithoutAnAgreementThatWasNoted_IsRefused()
    {
        var held = Save(null, TestGroup.Held).ShouldSucceed();

        var error = Save(held, TestGroup.Held with { Agreements = [held.Agreements[0]] }).Error.ShouldNotBeNull();

        (error.Code, error.Field).ShouldBe(("group-agreement-removed", "agreements"));
    }

    [Fact]
    public void Follow_Agreement_IsDoneWithADocumentOnly()
    {
        var held = Save(null, TestGroup.Held).ShouldSucceed();

        CodeOf(Follow(held, 2, new AgreementRequest(AgreementState.Done))).ShouldBe("group-text");
        CodeOf(Follow(held, 3, new AgreementRequest(AgreementState.Dropped))).ShouldBe("group-agreement-unknown");
        var done = Follow(held, 2, new AgreementRequest(AgreementState.Done, "Memorando 40-2023-OGRH")).ShouldSucceed();
        (done.Version, done.Agreements[1].State).ShouldBe((2, AgreementState.Done));
        done.Agreements[1].Text.ShouldBe(held.Agreements[1].Text);
    }

    [Theory]
    [InlineData("2023-12-18", false)]
    [InlineData("2023-12-19", true)]
    public void Agreement_PendingAfterItsDay_IsOverdue(string today, bool isOverdue)
    {
        var day = DateOnly.Parse(today);
        var agreement = TestGroup.Held.Agreements![1];

        agreement.IsOverdue(day).ShouldBe(isOverdue);
        (agreement with { State = AgreementState.Dropped }).IsOverdue(day).ShouldBeFalse();
    }

    private static GroupSession Planned() => Save(null, TestGroup.Planned).ShouldSucceed();

    private static GroupSession Call(GroupSession session) =>
        GroupSessionRules.Call(session, session.Version, LocalNow, Secretariat, Now).ShouldSucceed();

    private static Result<GroupSession> Save(GroupSession? current, GroupSessionRequest request) =>
        GroupSessionRules.Save(
            Group,
            current,
            TestGroup.Session,
            current?.Version ?? 0,
            request,
            LocalNow,
            Secretariat,
            Now
        );

    private static Result<GroupSession> Follow(GroupSession held, int number, AgreementRequest request) =>
        GroupSessionRules.Follow(held, number, held.Version, request, Secretariat, Now);

    private static string CodeOf<T>(Result<T> result)
        where T : notnull => result.Error.ShouldNotBeNull().Code;
}
