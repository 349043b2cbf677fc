using Avance.Functions.Http;
using Avance.Functions.Reports.Tables;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.Runs;

/// <summary>The runs of a period's report over HTTP.</summary>
public sealed class RunFunctions(RunReader reader)
{
    private const string Route = Routes.Api + "plans/{planId}/reports/{period}/runs";

    [Function("ListReportRuns"), Requires(Permission.ReadReports)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) => reader.ListAsync(Scope(request), cancellationToken).ToJsonAsync();

    [Function("GetReportRunChanges"), Requires(Permission.ReadReports)]
    public Task<IResult> GetChangesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{runId}/changes")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        reader
            .FindChangesAsync(
                Scope(request),
                request.GetRouteText("runId"),
                request.Query["since"] is [{ Length: > 0 } since] ? since : null,
                cancellationToken
            )
            .ToJsonAsync();

    private static ReportScope Scope(HttpRequest request) => new(request.GetPlanId(), request.GetPeriod());
}
