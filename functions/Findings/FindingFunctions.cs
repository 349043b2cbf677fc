using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Findings;

/// <summary>Findings over HTTP: list, explain, resolve.</summary>
public sealed class FindingFunctions(FindingHandler handler)
{
    private const string Route = Routes.Api + "plans/{planId}/periods/{period}/findings";

    [Function("ListFindings"), Requires(Permission.ReadPlan)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        handler
            .ListAsync(request.GetPlanId(), request.GetPeriod(), null, request.GetCaller(), cancellationToken)
            .ToJsonAsync(findings => findings.Select(FindingView.Of));

    [Function("ListFindingsOfActivity"), Requires(Permission.ReadPlan)]
    public Task<IResult> ListOfActivityAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = Routes.Api + "plans/{planId}/periods/{period}/activities/{number}/findings"
        )]
            HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (plan, period, activity) = request.GetProgressAddress();
        return handler
            .ListAsync(plan, period, activity, request.GetCaller(), cancellationToken)
            .ToJsonAsync(findings => findings.Select(FindingView.Of));
    }

    [Function("ExplainFinding"), Requires(Permission.ReportProgress)]
    public Task<IResult> ExplainAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{id}/explanation")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        request
            .ReadJsonAsync<ExplainRequest>(cancellationToken)
            .ThenAsync(body =>
                handler.ExplainAsync(
                    request.GetPlanId(),
                    request.GetPeriod(),
                    request.GetRouteText("id"),
                    body,
                    request.GetCaller(),
                    cancellationToken
                )
            )
            .ToJsonAsync(FindingView.Of);

    [Function("ResolveFinding"), Requires(Permission.ReviewProgress)]
    public Task<IResult> ResolveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{id}/resolution")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        request
            .ReadJsonAsync<ResolveRequest>(cancellationToken)
            .ThenAsync(body =>
                handler.ResolveAsync(
                    request.GetPlanId(),
                    request.GetPeriod(),
                    request.GetRouteText("id"),
                    body,
                    request.GetCaller(),
                    cancellationToken
                )
            )
            .ToJsonAsync(FindingView.Of);
}
