namespace Avance.Functions.Groups;

/// <summary>A group as the caller may see it.</summary>
/// <param name="Group">Without names and addresses for those who do not need them.</param>
/// <param name="Quorum">The rule that applies.</param>
/// <param name="Duties">How its yearly duties stand today.</param>
/// <param name="MayManage">True if the caller may change it.</param>
public sealed record WorkingGroupView(
    WorkingGroup Group,
    QuorumRule Quorum,
    ValueList<DutyStatus> Duties,
    bool MayManage
)
{
    public static WorkingGroupView Of(WorkingGroup group, DateOnly today, Caller caller) =>
        new(
            MaySeePeople(caller) ? group : WithoutPeople(group),
            group.Quorum ?? QuorumRule.Default,
            [.. group.Duties.Select(duty => DutyStatus.Of(duty, today))],
            caller.Role == Role.Secretariat
        );

    /// <summary>Names and addresses are for those who call people together, and for the national secretariat.</summary>
    public static bool MaySeePeople(Caller caller) => caller.Role is Role.Secretariat or Role.NationalSecretariat;

    private static WorkingGroup WithoutPeople(WorkingGroup group) =>
        group with
        {
            Chair = new GroupOffice(group.Chair.Organisation),
            Secretariat = new GroupOffice(group.Secretariat.Organisation),
            Members =
            [
                .. group.Members.Select(member =>
                    member with
                    {
                        Person = "",
                        Address = null,
                        Alternate = "",
                        AlternateAddress = null,
                    }
                ),
            ],
            Invited = [.. group.Invited.Select(invited => new InvitedBody(invited.Organisation))],
        };
}
