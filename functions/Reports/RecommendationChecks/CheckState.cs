namespace Avance.Functions.Reports.RecommendationChecks;

/// <summary>What the secretariat says of a recommendation of the plan before. Stored: names are never changed.</summary>
public enum CheckState
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>The plan answers it.</summary>
    Addressed,

    /// <summary>It needs no answer in this plan, for a reason that is given.</summary>
    NotApplicable,
}
