using System.Globalization;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports;

/// <summary>Reports over HTTP: ask for them, read them.</summary>
public sealed class ReportFunctions(
    PlanCache plans,
    ReportTables tables,
    CompilationTable compilations,
    CompilationQueue queue
)
{
    [Function("PostReports"), Requires(Permission.ManagePlan)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Api + "plans/{planId}/reports")]
            HttpRequest request,
        string planId,
        CancellationToken cancellationToken
    )
    {
        var id = PlanId.Parse(planId, CultureInfo.InvariantCulture);
        if (!(await plans.GetAsync(id, cancellationToken)).Succeeded(out _, out var error))
        {
            return Problem.From(error);
        }

        await queue.EnqueueAsync(id, cancellationToken);
        return Results.Accepted($"/api/plans/{id}/reports");
    }

    [Function("GetCompilation"), Requires(Permission.ReadReports)]
    public async Task<IResult> GetCompilationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "plans/{planId}/reports")]
            HttpRequest request,
        string planId,
        CancellationToken cancellationToken
    ) =>
        await compilations.FindAsync(PlanId.Parse(planId, CultureInfo.InvariantCulture), cancellationToken)
            is ({ } compilation, _)
            ? Results.Json(compilation, Json.Options)
            : Problem.From(Error.NotFound("report-unknown", planId));

    [Function("GetReport"), Requires(Permission.ReadReports)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "plans/{planId}/reports/{period}")]
            HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellationToken
    )
    {
        var id = PlanId.Parse(planId, CultureInfo.InvariantCulture);
        if (
            !Period.TryParse(period, null, out var semester)
            || await tables.Runs.FindAsync(id, semester, "run", cancellationToken) is not { } run
            || await tables.Plans.FindAsync(id, semester, "plan", cancellationToken) is not { } plan
        )
        {
            return Problem.From(Error.NotFound("report-unknown", $"{planId}, {period}"));
        }

        return Results.Json(
            new
            {
                Run = run.Row,
                Plan = plan.Row,
                Units = await tables.Units.ReadAsync(id, semester, cancellationToken),
                Activities = await tables.Activities.ReadAsync(id, semester, cancellationToken),
                Goals = await tables.Goals.ReadAsync(id, semester, cancellationToken),
            },
            Json.Options
        );
    }
}
