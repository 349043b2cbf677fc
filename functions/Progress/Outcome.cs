namespace Avance.Functions.Progress;

/// <summary>What a unit says became of a goal in a period.</summary>
public enum Outcome
{
    /// <summary>Nothing was reported: counts as 0.</summary>
    NotReported,

    /// <summary>A number was reported, which may be 0.</summary>
    Reported,

    /// <summary>Moved to a later year: counts as 0 in this one.</summary>
    Rescheduled,

    /// <summary>Done, but no number was given: stays out of the unit's mean and is not fully executed.</summary>
    NotQuantified,

    /// <summary>Rewritten for a later plan: leaves the plan's count.</summary>
    Reformulated,

    /// <summary>Merged into another activity: leaves the plan's count.</summary>
    Suspended,

    /// <summary>
    /// Of an indicator: its source was not produced, as a survey that was not carried out. It has no percent and stays out of the
    /// mean.
    /// </summary>
    SourceNotProduced,

    /// <summary>Of an indicator: its definition is being revised. It has no percent and stays out of the mean.</summary>
    UnderReview,
}
