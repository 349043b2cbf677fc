namespace Avance.Functions.Plans.Policies;

/// <summary>Whether the norm that says how a service is given exists.</summary>
public enum ProtocolState
{
    /// <summary>Nothing has been begun.</summary>
    None,

    /// <summary>It is being written.</summary>
    InProgress,

    /// <summary>It is in force: from then on the service is evaluated.</summary>
    Approved,
}
