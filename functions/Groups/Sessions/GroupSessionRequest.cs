namespace Avance.Functions.Groups.Sessions;

/// <summary>The body with which a session is planned, or noted as held.</summary>
/// <param name="StartsAt">Local time of the plans' zone, without an offset: <c>2023-09-14T10:00</c>.</param>
/// <param name="Minutes">15 to 720, 60 unless given.</param>
/// <param name="Place">At most 300 characters.</param>
/// <param name="Link">At most 1,000 characters.</param>
/// <param name="Agenda">At most 50 of 500 characters.</param>
/// <param name="IsHeld">True once it took place: only then may it have attendance and agreements.</param>
/// <param name="Agreements">At most 99.</param>
public sealed record GroupSessionRequest(
    DateTime StartsAt,
    int Minutes = 60,
    string Place = "",
    string Link = "",
    ValueList<string>? Agenda = null,
    bool IsHeld = false,
    ValueList<MemberAttendance>? Attendance = null,
    ValueList<string>? InvitedPresent = null,
    ValueList<Agreement>? Agreements = null
);
