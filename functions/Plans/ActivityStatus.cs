namespace Avance.Functions.Plans;

/// <summary>Whether an activity counts. Only an amendment with a legal document changes it.</summary>
public enum ActivityStatus
{
    Active,

    /// <summary>Merged into another activity: leaves the plan's count.</summary>
    Suspended,

    /// <summary>Rewritten for a later plan: leaves the plan's count.</summary>
    Reformulated,
}
