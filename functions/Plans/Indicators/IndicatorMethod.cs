namespace Avance.Functions.Plans.Indicators;

/// <summary>How the percent of an indicator is computed. Its technical sheet says which.</summary>
public enum IndicatorMethod
{
    /// <summary>Actual ÷ target.</summary>
    Ratio,

    /// <summary>Target ÷ actual, for what is to become less.</summary>
    InverseRatio,

    /// <summary>(Actual − baseline) ÷ (target − baseline): how much of the way was gone, in either direction.</summary>
    BaselineGap,

    /// <summary>The actuals of the years so far ÷ their targets.</summary>
    AccumulatedRatio,
}
