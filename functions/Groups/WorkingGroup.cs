using System.Text.Json.Serialization;

namespace Avance.Functions.Groups;

/// <summary>A group that follows equality plans: a GTIG, a CSIG, the CONAIG.</summary>
/// <param name="Body">The public body that it belongs to, for example <c>MIMP</c>.</param>
/// <param name="Name">Its full name.</param>
/// <param name="LegalBasis">The norm that created it.</param>
/// <param name="Chair">Who presides over it.</param>
/// <param name="Secretariat">Its technical secretariat, which is reminded of agreements without a responsible who can be reached.</param>
/// <param name="Functions">What it is for.</param>
/// <param name="Members">Present and former members.</param>
/// <param name="Invited">Bodies that attend without a vote.</param>
/// <param name="Duties">What it must do each year.</param>
/// <param name="Plans">The plans that it follows. Only their secretariats may change the group once there is one.</param>
/// <param name="Quorum">Null for more than half of the voting members.</param>
/// <param name="Version">1 for the first that was written; each change counts one more.</param>
/// <param name="By">Who wrote the version, as the audit names them.</param>
/// <param name="At">When it was written.</param>
public sealed record WorkingGroup(
    WorkingGroupId Id,
    string Body,
    string Name,
    LegalBasis LegalBasis,
    GroupOffice Chair,
    GroupOffice Secretariat,
    ValueList<string> Functions,
    ValueList<WorkingGroupMember> Members,
    ValueList<InvitedBody> Invited,
    ValueList<YearlyDuty> Duties,
    ValueList<PlanId> Plans,
    QuorumRule? Quorum,
    int Version,
    string By,
    DateTimeOffset At
)
{
    /// <summary>What made the version, as the audit calls it; null for one that earlier code wrote.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Action { get; init; }

    /// <summary>The members who are in office on a day.</summary>
    public IEnumerable<WorkingGroupMember> MembersOn(DateOnly day) => Members.Where(member => member.IsInOffice(day));
}
