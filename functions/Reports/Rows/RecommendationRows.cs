using Avance.Functions.Plans;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Rows;

/// <summary>The recommendations of a period as rows. Pure.</summary>
internal static class RecommendationRows
{
    /// <param name="recommendations">In the order of the report.</param>
    public static ValueList<ReportRecommendationRow> Of(Plan plan, IEnumerable<Recommendation> recommendations) =>
        recommendations
            .Where(recommendation => !recommendation.IsDropped)
            .Select((recommendation, index) => Row(plan, recommendation, index + 1))
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .ToValueList();

    private static ReportRecommendationRow Row(Plan plan, Recommendation recommendation, int place) =>
        new(
            recommendation.Id.ToString(),
            place,
            recommendation.Unit.ToString(),
            ReportKeys.OfUnit(plan.Id, recommendation.Unit.ToString()),
            recommendation.Activity?.Value ?? 0,
            ReportKeys.OfActivity(plan.Id, recommendation.Activity),
            PersonalData.Mask(recommendation.Document),
            recommendation.Reason.ToString(),
            recommendation.Origin.ToString(),
            PersonalData.Mask(recommendation.Text)
        );
}
