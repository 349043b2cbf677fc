using Avance.Functions.Reports.Recommendations;

namespace Avance.Functions.Reports.RecommendationChecks;

/// <summary>Names a recommendation that a plan is checked against.</summary>
/// <param name="Plan">The plan that is checked.</param>
/// <param name="Of">The plan whose last report recommends it.</param>
/// <param name="Period">The period of that report.</param>
public sealed record CheckAddress(PlanId Plan, PlanId Of, Period Period, RecommendationId Id)
{
    /// <summary>As the table and the audit name it: <c>psig-2022-2023|2023-II|d-0123456789abcdef</c>.</summary>
    public string Key => $"{Of}|{Period}|{Id}";
}
