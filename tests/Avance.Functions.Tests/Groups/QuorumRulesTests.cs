using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Groups;

/// <summary>When a session has its quorum.</summary>
public sealed class QuorumRulesTests
{
    private static readonly DateOnly Day = new(2023, 9, 14);

    /// <summary>21 members need 11; half of an even number is not more than half.</summary>
    [Theory]
    [InlineData(21, 50, true, 11)]
    [InlineData(20, 50, true, 11)]
    [InlineData(20, 50, false, 10)]
    [InlineData(21, 50, false, 11)]
    [InlineData(3, 67, false, 3)]
    [InlineData(4, 100, true, 4)]
    [InlineData(1, 1, false, 1)]
    [InlineData(0, 50, true, 1)]
    public void Of_Members_NeedsTheShareOfTheRule(int members, int percent, bool isExceeded, int needed) =>
        QuorumRules
            .Of(Group(members, new QuorumRule(percent, isExceeded)), [], Day)
            .ShouldBe(new Quorum(members, 0, needed));

    [Fact]
    public void Of_Attendance_CountsAlternatesAndNeitherExcusedNorVoteless()
    {
        var group = Group(4, QuorumRule.Default);
        var members = group.Members.Select((one, index) => one with { HasNoVote = index == 3 }).ToValueList();
        group = group with { Members = members };

        var quorum = QuorumRules.Of(
            group,
            [
                new MemberAttendance(members[0].Id, AttendanceState.Present),
                new MemberAttendance(members[1].Id, AttendanceState.AlternatePresent),
                new MemberAttendance(members[2].Id, AttendanceState.Excused),
                new MemberAttendance(members[3].Id, AttendanceState.Present),
            ],
            Day
        );

        quorum.ShouldBe(new Quorum(3, 2, 2));
        quorum.IsReached.ShouldBeTrue();
    }

    [Fact]
    public void Of_FormerMember_DoesNotCount()
    {
        var group = Group(3, QuorumRule.Default);
        var former = group.Members[0] with { To = Day.AddDays(-1) };
        group = group with { Members = [former, group.Members[1], group.Members[2]] };

        QuorumRules
            .Of(group, [new MemberAttendance(former.Id, AttendanceState.Present)], Day)
            .ShouldBe(new Quorum(2, 0, 2));
    }

    [Fact]
    public void Of_EveryRule_NeedsAtLeastOneAndAtMostAll() =>
        Prop.ForAll(
                Gen.Choose(1, 100).Zip(Gen.Choose(1, 60)).ToArbitrary(),
                pair =>
                {
                    var more = QuorumRules.Of(Group(pair.Item2, new QuorumRule(pair.Item1, true)), [], Day).Needed;
                    var enough = QuorumRules.Of(Group(pair.Item2, new QuorumRule(pair.Item1, false)), [], Day).Needed;
                    return enough >= 1 && enough <= more && more <= pair.Item2;
                }
            )
            .QuickCheckThrowOnFailure();

    private static WorkingGroup Group(int members, QuorumRule rule) =>
        TestGroup.Registered(TestPlan.Id) with
        {
            Members =
            [
                .. Enumerable.Range(1, members).Select(number => new WorkingGroupMember(Guid.NewGuid(), $"O{number}")),
            ],
            Quorum = rule,
        };
}
