namespace Avance.Functions.Plans.Indicators;

/// <summary>What is known of an indicator in a year.</summary>
/// <param name="Value">Null unless it was reported.</param>
public sealed record IndicatorActual(int Year, InformationStatus Information, decimal? Value);
