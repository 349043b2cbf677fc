using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.WorkPlans;

/// <summary>What the report of a work plan has besides.</summary>
/// <param name="Deliveries">What was due in the period, by row key.</param>
public sealed record WorkPlanReport(ValueList<ReportDeliveryRow> Deliveries);
