using System.Globalization;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Policies;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Rows;

/// <summary>The objectives, services and indicators of a policy as rows. Pure.</summary>
internal static class PolicyRows
{
    /// <param name="evaluated">The indicators that are evaluated in the period's year.</param>
    /// <param name="progress">What was last sent in each period of the year so far, the first period first.</param>
    /// <returns>Null if the plan is no policy.</returns>
    public static PolicyReport? Of(
        Plan plan,
        Period period,
        IReadOnlyCollection<EvaluatedIndicator> evaluated,
        IEnumerable<ActivityProgress> progress
    )
    {
        if (plan.Policy is not { } policy)
        {
            return null;
        }

        var rows = new IndicatorRows(plan, period.Year, progress);
        var indicators = Sorted(evaluated.Select(rows.Of));
        var services = Sorted(policy.Services.Select(service => ServiceRow(plan, service, period.Year, indicators)));
        return new PolicyReport(
            indicators,
            Sorted(policy.Objectives.Select(objective => ObjectiveRow(objective, indicators, services))),
            services
        );
    }

    private static ReportServiceRow ServiceRow(
        Plan plan,
        Service service,
        int year,
        IEnumerable<ReportIndicatorRow> indicators
    )
    {
        var counts = PolicyReport.CountsOf(indicators.Where(row => row.Service == service.Code));
        var unit = service.ResponsibleBody.ToString();
        return new ReportServiceRow(
            service.Code,
            service.Title,
            service.Guideline,
            plan.Policy!.FindObjectiveOf(service.Code)?.Code ?? "",
            unit,
            ReportKeys.OfUnit(plan.Id, unit),
            service.Protocol.ToString(),
            service.ProtocolDocument,
            service.ProtocolDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            service.HasProtocolIn(year) ? 1 : 0,
            counts.Total > 0 ? 1 : 0,
            counts.Total,
            counts.Exceeded,
            counts.NotMet,
            counts.NoInformation
        );
    }

    private static ReportObjectiveRow ObjectiveRow(
        PriorityObjective objective,
        IReadOnlyCollection<ReportIndicatorRow> indicators,
        IEnumerable<ReportServiceRow> services
    )
    {
        var ofObjective = indicators.Where(row => row.Objective == objective.Code).ToList();
        var own = PolicyReport.CountsOf(ofObjective.Where(row => row.Service.Length == 0));
        var ofServices = PolicyReport.CountsOf(ofObjective.Where(row => row.Service.Length > 0));
        var given = services.Where(service => service.Objective == objective.Code).ToList();
        return new ReportObjectiveRow(
            objective.Code,
            objective.Title,
            given.Count,
            given.Sum(service => service.InForce),
            given.Sum(service => service.Evaluated),
            own.Total,
            own.Exceeded,
            own.NotMet,
            own.NoInformation,
            own.Shares[0],
            own.Shares[1],
            own.Shares[2],
            ofServices.Total,
            ofServices.Exceeded,
            ofServices.NotMet,
            ofServices.NoInformation
        );
    }

    private static ValueList<TRow> Sorted<TRow>(IEnumerable<TRow> rows)
        where TRow : IReportRow => rows.OrderBy(row => row.Key, StringComparer.Ordinal).ToValueList();
}
