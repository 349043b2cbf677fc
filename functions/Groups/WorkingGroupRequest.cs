namespace Avance.Functions.Groups;

/// <summary>The body with which a group is registered or changed. What was done of duties stays.</summary>
/// <param name="Body">2 to 100 characters.</param>
/// <param name="Name">3 to 300 characters.</param>
/// <param name="Functions">At most 30 of 500 characters.</param>
/// <param name="Members">At most 100.</param>
/// <param name="Invited">At most 50.</param>
/// <param name="Duties">At most 20.</param>
/// <param name="Quorum">More than half unless given.</param>
public sealed record WorkingGroupRequest(
    WorkingGroupId Id,
    string Body,
    string Name,
    LegalBasis LegalBasis,
    GroupOffice Chair,
    GroupOffice Secretariat,
    ValueList<string>? Functions = null,
    ValueList<WorkingGroupMember>? Members = null,
    ValueList<InvitedBody>? Invited = null,
    ValueList<YearlyDutyRequest>? Duties = null,
    QuorumRule? Quorum = null
);
