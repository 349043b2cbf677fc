namespace Avance.Functions.Reports.Recommendations;

/// <summary>Where the text of a recommendation comes from.</summary>
public enum RecommendationOrigin
{
    /// <summary>From its draft, which follows the figures.</summary>
    Drafted,

    /// <summary>From a draft that a person has edited.</summary>
    Edited,

    /// <summary>From a person alone.</summary>
    Added,
}
