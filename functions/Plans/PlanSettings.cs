namespace Avance.Functions.Plans;

/// <summary>What a plan decides for itself about its figures.</summary>
/// <param name="GreenFrom">Percent from which the traffic light is green, 0 to 1,000; 95 unless the plan says otherwise.</param>
/// <param name="AmberFrom">Percent from which it is amber, at most <paramref name="GreenFrom"/>; 75 unless the plan says otherwise.</param>
/// <param name="CapPercents">True adds a view in which no goal counts more than 100 %. The uncapped figures stay.</param>
/// <param name="FirstPeriod">The first period that is reported in Avance; earlier ones were reported on paper and are not compiled.</param>
public sealed record PlanSettings(
    decimal GreenFrom = 95,
    decimal AmberFrom = 75,
    bool CapPercents = false,
    Period? FirstPeriod = null
);
