namespace Avance.Functions.Plans.Indicators;

/// <summary>Why an indicator has no percent.</summary>
public enum MissingPercent
{
    /// <summary>It has no actual, or one of the years so far has none.</summary>
    NoActual,

    /// <summary>It has no target in the year.</summary>
    NoTarget,

    /// <summary>Its method needs a baseline, and none is known.</summary>
    NoBaseline,

    /// <summary>Baseline and target are the same: there is no way to go.</summary>
    BaselineIsTarget,

    /// <summary>What its method divides by is 0.</summary>
    DividedByZero,
}
