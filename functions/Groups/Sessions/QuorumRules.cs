namespace Avance.Functions.Groups.Sessions;

/// <summary>Counts the quorum of a session. Pure.</summary>
public static class QuorumRules
{
    private const int All = 100;

    /// <param name="day">Members count who are in office on it.</param>
    public static Quorum Of(WorkingGroup group, ValueList<MemberAttendance> attendance, DateOnly day)
    {
        var voting = group.MembersOn(day).Where(member => !member.HasNoVote).Select(member => member.Id).ToHashSet();
        var present = attendance
            .Where(one => one.IsPresent())
            .Select(one => one.Member)
            .Distinct()
            .Count(voting.Contains);
        return new Quorum(voting.Count, present, Needed(group.Quorum ?? QuorumRule.Default, voting.Count));
    }

    /// <summary>At least one, whatever the rule says.</summary>
    private static int Needed(QuorumRule rule, int voting)
    {
        var share = voting * rule.Percent;
        var needed = rule.IsExceeded ? (share / All) + 1 : (share + All - 1) / All;
        return Math.Max(1, Math.Min(needed, Math.Max(1, voting)));
    }
}
