namespace Avance.Functions.Reports.Composition;

/// <summary>Bars of one colour.</summary>
/// <param name="Values">One for each category; null where there is none.</param>
public sealed record ChartSeries(string Name, ValueList<double?> Values);
