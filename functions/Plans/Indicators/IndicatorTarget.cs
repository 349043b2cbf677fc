namespace Avance.Functions.Plans.Indicators;

/// <summary>The value that an indicator is to have in a year.</summary>
public sealed record IndicatorTarget(int Year, decimal Value);
