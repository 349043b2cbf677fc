using Avance.Functions.Documents.Reading;
using Avance.Functions.Findings;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Pages.Work;

/// <summary>Reads what a unit owes in a period, in one answer for its start page.</summary>
public sealed class UnitWorkReader(
    PlanCache plans,
    ProgressTable progress,
    FindingsTable findings,
    BusinessCalendar calendar,
    IOptions<ReadingOptions> reading,
    TimeProvider clock
)
{
    public async Task<Result<UnitWorkView>> FindAsync(
        PlanId planId,
        Period period,
        string unit,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetPeriodAsync(planId, period, cancellationToken)).Succeeded(out var found, out var error))
        {
            return error;
        }

        var (plan, reporting) = found;

        // A link may carry a former code of the unit.
        var responsible = UnitCode.TryParse(unit, null, out var code) ? plan.FindUnitByAnyCode(code) : null;
        if (!caller.MayReadProgressOf(plan, responsible?.Code ?? code))
        {
            return new Error("not-allowed", StatusCodes.Status403Forbidden);
        }

        if (responsible is null)
        {
            return Error.NotFound("unit-unknown", unit, planId);
        }

        var raised = findings.ListAsync(planId, period, cancellationToken).ToListAsync(cancellationToken).AsTask();
        var sent = await progress.SentForAsync(plan, period.Year, cancellationToken);
        var open = (await raised)
            .Select(stored => stored.Finding)
            .Where(finding => finding is { IsRaised: true, State: FindingState.Open })
            .ToList();
        return UnitWorkView.Of(
            plan,
            responsible,
            reporting,
            sent,
            open,
            reading.Value.FileMegabytes,
            calendar,
            clock.GetUtcNow()
        );
    }
}
