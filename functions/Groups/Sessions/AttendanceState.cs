namespace Avance.Functions.Groups.Sessions;

/// <summary>Who came for a member.</summary>
public enum AttendanceState
{
    Present,

    /// <summary>The alternate came.</summary>
    AlternatePresent,

    Absent,

    /// <summary>Nobody came, and it was said why.</summary>
    Excused,
}
