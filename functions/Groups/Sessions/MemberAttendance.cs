namespace Avance.Functions.Groups.Sessions;

/// <summary>Whether a member was there.</summary>
/// <param name="Member">The <see cref="WorkingGroupMember.Id"/>.</param>
public sealed record MemberAttendance(Guid Member, AttendanceState State)
{
    /// <summary>True if the member counts for the quorum.</summary>
    public bool IsPresent() => State is AttendanceState.Present or AttendanceState.AlternatePresent;
}
