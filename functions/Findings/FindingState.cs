namespace Avance.Functions.Findings;

/// <summary>What people have said of a finding.</summary>
public enum FindingState
{
    /// <summary>Nobody has said anything.</summary>
    Open,

    /// <summary>The unit has explained it.</summary>
    Explained,

    /// <summary>The secretariat has decided.</summary>
    Resolved,
}
