using Avance.Functions.Plans;
using Avance.Functions.Plans.WorkPlans;

namespace Avance.Functions.Reports.WorkPlans;

/// <summary>A product that a body owed in a period, and what became of it.</summary>
/// <param name="Activity">The activity as which it is reported; its unit is the body.</param>
/// <param name="IsLate">True if it was sent after the period was due.</param>
/// <param name="State">State of the progress, or NotReported.</param>
public sealed record EvaluatedDelivery(Product Product, Activity Activity, bool IsDelivered, bool IsLate, string State);
