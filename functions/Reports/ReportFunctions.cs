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
    private const string Route = Routes.Api + "plans/{planId}/reports";

    [Function("PostReports"), Requires(Permission.ManagePlan)]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var plan = request.GetPlanId();
        if (!(await plans.GetAsync(plan, cancellationToken)).Succeeded(out _, out var error))
        {
            return Problem.From(error);
        }

        await queue.EnqueueAsync(plan, cancellationToken);
        return Results.Accepted($"/api/plans/{plan}/reports");
    }

    [Function("GetCompilation"), Requires(Permission.ReadReports)]
    public async Task<IResult> GetCompilationAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        await compilations.FindAsync(request.GetPlanId(), cancellationToken) is ({ } compilation, _)
            ? Results.Json(compilation, Json.Options)
            : Problem.From(Error.NotFound("report-unknown", request.GetPlanId()));

    [Function("GetReport"), Requires(Permission.ReadReports)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{period}")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var scope = new ReportScope(request.GetPlanId(), request.GetPeriod());
        if (
            await tables.Runs.FindAsync(scope, "run", cancellationToken) is not { } run
            || await tables.Plans.FindAsync(scope, "plan", cancellationToken) is not { } plan
        )
        {
            return Problem.From(Error.NotFound("report-unknown", $"{scope.Plan}, {scope.Period}"));
        }

        return Results.Json(
            new
            {
                Run = run.Row,
                Plan = plan.Row,
                Units = await tables.Units.ReadAsync(scope, cancellationToken),
                Activities = await tables.Activities.ReadAsync(scope, cancellationToken),
                Goals = await tables.Goals.ReadAsync(scope, cancellationToken),
                Indicators = await tables.Indicators.ReadAsync(scope, cancellationToken),
                Objectives = await tables.Objectives.ReadAsync(scope, cancellationToken),
                Services = await tables.Services.ReadAsync(scope, cancellationToken),
                Deliveries = await tables.Deliveries.ReadAsync(scope, cancellationToken),
            },
            Json.Options
        );
    }
}
