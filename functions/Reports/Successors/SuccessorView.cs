using System.Text.Json.Nodes;
using Avance.Functions.Plans.Export;

namespace Avance.Functions.Reports.Successors;

/// <summary>The draft of the next plan as the API gives it.</summary>
/// <param name="Of">The plan that it follows.</param>
/// <param name="Period">The period of the last report; null if nothing was reported yet.</param>
/// <param name="File">The draft in the format of the import.</param>
/// <param name="SetAside">The activities left out and their goals, in the same format.</param>
/// <param name="Activities">Where the activities of the draft come from.</param>
/// <param name="LeftOut">Why others were left out.</param>
/// <param name="Recommendations">Those of the last report that name no activity, with their units.</param>
public sealed record SuccessorView(
    PlanId Of,
    Period? Period,
    JsonObject File,
    JsonObject SetAside,
    ValueList<SuccessorActivity> Activities,
    ValueList<SuccessorActivity> LeftOut,
    ValueList<UnitRecommendation> Recommendations
)
{
    public static SuccessorView From(LastReport report, Successor successor, BusinessCalendar calendar) =>
        new(
            report.Plan.Id,
            report.Period,
            PlanJson.Of(PlanSheets.Of(successor.Draft, withContacts: true, calendar)),
            PlanJson.Of(PlanSheets.RowsOf(successor.SetAside)),
            successor.Activities,
            successor.LeftOut,
            [
                .. report
                    .Recommendations.Where(one => one.Activity is null)
                    .Select(one => new UnitRecommendation(one.Unit, one.Text)),
            ]
        );
}
