using Avance.Functions.Plans;
using Avance.Functions.Reports.Recommendations;

namespace Avance.Functions.Reports.Successors;

/// <summary>How a plan stands in its last report.</summary>
/// <param name="Period">The last period that has opened; null if none has.</param>
/// <param name="Recommendations">Those that are in the report, in its order.</param>
public sealed record LastReport(Plan Plan, Period? Period, ValueList<Recommendation> Recommendations);
