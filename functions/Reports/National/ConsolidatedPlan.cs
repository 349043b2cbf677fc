namespace Avance.Functions.Reports.National;

/// <summary>What a plan has at the national level.</summary>
/// <param name="Periods">The semesters, in order.</param>
public sealed record ConsolidatedPlan(PlanId Plan, ValueList<ConsolidatedPeriod> Periods);
