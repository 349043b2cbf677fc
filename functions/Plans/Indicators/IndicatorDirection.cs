namespace Avance.Functions.Plans.Indicators;

/// <summary>Where an indicator is to go.</summary>
public enum IndicatorDirection
{
    /// <summary>More is better: at or above the target it is met.</summary>
    Ascending,

    /// <summary>Less is better: at or below the target it is met.</summary>
    Descending,
}
