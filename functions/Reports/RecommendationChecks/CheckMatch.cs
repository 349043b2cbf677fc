namespace Avance.Functions.Reports.RecommendationChecks;

/// <summary>How a plan seems to answer a recommendation of the plan before.</summary>
public enum CheckMatch
{
    /// <summary>Nothing of the plan is like what it names.</summary>
    None,

    /// <summary>It names no activity, and its unit has activities in the plan.</summary>
    SameUnit,

    /// <summary>An activity with another number has a similar title.</summary>
    SimilarTitle,

    /// <summary>The activity with the same number has the same title or a similar one, as in a copy.</summary>
    SameActivity,
}
