namespace Avance.Functions.Reports.Successors;

/// <summary>Why an activity or goal is in the draft of the next plan, or left out of it.</summary>
public enum SuccessorReason
{
    /// <summary>It was in the plan, and nothing speaks against it.</summary>
    Kept,

    /// <summary>A goal of the plan was carried over to a year of the next one.</summary>
    CarriedOver,

    /// <summary>The last report says that a goal was rescheduled: it is proposed for the first year, with the same target.</summary>
    Rescheduled,

    /// <summary>The last report recommends something about it.</summary>
    Recommended,

    /// <summary>Left out: merged into another activity.</summary>
    Suspended,

    /// <summary>Left out: to be rewritten.</summary>
    Reformulated,
}
