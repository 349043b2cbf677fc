namespace Avance.Functions.Plans.Indicators;

/// <summary>How far an indicator has come in a year.</summary>
/// <param name="Percent">Neither capped nor rounded; null without one.</param>
/// <param name="Missing">Why there is no percent; null if there is one.</param>
/// <param name="IsExceeded">True at the target of the year or beyond it; null if that cannot be told.</param>
/// <param name="BeyondTargetOf">The last later year whose target has been reached already; null if none has.</param>
public sealed record IndicatorResult(
    string Code,
    int Year,
    InformationStatus Information,
    decimal? Actual,
    decimal? Target,
    decimal? Percent,
    MissingPercent? Missing,
    bool? IsExceeded,
    int? BeyondTargetOf
)
{
    /// <summary>What the percent is computed of: the actual, of an accumulated ratio the sum of those of the years so far.</summary>
    public decimal? MeasuredActual { get; init; }

    /// <summary>What it is compared with: the target, of an accumulated ratio the sum of those of the years so far.</summary>
    public decimal? MeasuredTarget { get; init; }
}
