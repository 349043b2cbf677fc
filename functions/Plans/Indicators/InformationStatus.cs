namespace Avance.Functions.Plans.Indicators;

/// <summary>Whether there is an actual of an indicator in a year.</summary>
public enum InformationStatus
{
    /// <summary>The responsible body reported it.</summary>
    Reported,

    /// <summary>The responsible body did not send it.</summary>
    NotSubmitted,

    /// <summary>Its source was not produced that year, as a survey that was not carried out.</summary>
    SourceNotProduced,

    /// <summary>Its definition is being revised.</summary>
    UnderReview,
}
