namespace Avance.Functions.Groups.Sessions;

/// <summary>How far a session has come.</summary>
public enum GroupSessionState
{
    /// <summary>It is noted, and nobody was called yet.</summary>
    Planned,

    /// <summary>The members were called.</summary>
    Called,

    /// <summary>It took place: attendance and agreements are noted.</summary>
    Held,

    /// <summary>It will not take place.</summary>
    Cancelled,
}
