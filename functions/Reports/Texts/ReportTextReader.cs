using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reports.Policies;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Texts;

/// <summary>Reads the texts of a report.</summary>
public sealed class ReportTextReader(PlanCache plans, ReportTables tables, TextsTable table)
{
    /// <summary>With the figures of the report as it was last compiled; an error if it never was.</summary>
    public async Task<Result<PeriodTexts>> FindAsync(PlanId planId, Period period, CancellationToken cancellationToken)
    {
        if (!(await plans.GetPeriodAsync(planId, period, cancellationToken)).Succeeded(out var found, out var error))
        {
            return error;
        }

        var scope = new ReportScope(planId, period);
        if (await tables.Plans.FindAsync(scope, "plan", cancellationToken) is not { Row: var row })
        {
            return Error.NotFound("report-unknown", $"{planId}, {period}");
        }

        var figures = new TextFigures(
            period,
            row,
            [.. await tables.Units.ReadAsync(scope, cancellationToken)],
            [.. await tables.Activities.ReadAsync(scope, cancellationToken)],
            [.. await tables.Goals.ReadAsync(scope, cancellationToken)]
        )
        {
            Policy = found.Plan.Policy is null ? null : await ReadPolicyAsync(scope, cancellationToken),
        };
        return await ReadAsync(found.Plan, figures, cancellationToken);
    }

    private async Task<PolicyReport> ReadPolicyAsync(ReportScope scope, CancellationToken cancellationToken) =>
        new(
            [.. await tables.Indicators.ReadAsync(scope, cancellationToken)],
            [.. await tables.Objectives.ReadAsync(scope, cancellationToken)],
            [.. await tables.Services.ReadAsync(scope, cancellationToken)]
        );

    /// <summary>With figures that are at hand.</summary>
    public async Task<PeriodTexts> ReadAsync(Plan plan, TextFigures figures, CancellationToken cancellationToken) =>
        new(
            plan,
            figures.Period,
            TextDrafts.Of(plan, figures),
            [.. await table.ListAsync(plan.Id, figures.Period, cancellationToken)]
        );
}
