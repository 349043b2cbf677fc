namespace Avance.Functions.Findings;

/// <summary>What people have said of a finding.</summary>
public enum FindingState
{
    /// <summary>Neither explained nor decided.</summary>
    Open,

    /// <summary>The unit has explained it.</summary>
    Explained,

    /// <summary>The secretariat has decided.</summary>
    Resolved,
}
