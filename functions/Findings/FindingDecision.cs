namespace Avance.Functions.Findings;

/// <summary>What the secretariat decides on a finding.</summary>
public enum FindingDecision
{
    /// <summary>Nothing is wrong: the explanation suffices, or the finding is mistaken.</summary>
    Dismiss,

    /// <summary>It is right: the figure is not to be relied on until the unit has corrected it.</summary>
    Confirm,

    /// <summary>The decision is taken back.</summary>
    Reopen,
}
