using Avance.Functions.Http;

namespace Avance.Functions.Reports.Successors;

/// <summary>Drafts the plan that follows another one. It stores nothing: the draft is imported like any file.</summary>
public sealed class SuccessorHandler(LastReportReader reports, BusinessCalendar calendar)
{
    /// <param name="firstYear">As the address says it; null for the year after the plan's last.</param>
    /// <param name="lastYear">As the address says it; null for as many years as the plan has.</param>
    public async Task<Result<SuccessorView>> DraftAsync(
        PlanId id,
        string? firstYear,
        string? lastYear,
        CancellationToken cancellationToken
    )
    {
        if (!(await reports.ReadAsync(id, cancellationToken)).Succeeded(out var report, out var error))
        {
            return error;
        }

        if (!SuccessorYears.Read(report.Plan.Header, firstYear, lastYear).Succeeded(out var years, out error))
        {
            return error;
        }

        var result = await reports.EvaluateAsync(report, cancellationToken);
        var successor = SuccessorRules.Propose(report.Plan, years, result, report.Recommendations, calendar);
        return SuccessorView.From(report, successor, calendar);
    }
}
