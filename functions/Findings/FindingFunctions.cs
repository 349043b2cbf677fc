using System.Globalization;
using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Findings;

/// <summary>Findings over HTTP: list, explain, resolve.</summary>
public sealed class FindingFunctions(FindingHandler handler)
{
    [Function("ListFindings"), Requires(Permission.ReadPlan)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = Routes.Api + "plans/{planId}/periods/{period}/findings"
        )]
            HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellationToken
    ) =>
        Period.TryParse(period, null, out var semester)
            ? Answer(
                await handler.ListAsync(
                    PlanId.Parse(planId, CultureInfo.InvariantCulture),
                    semester,
                    null,
                    request.GetCaller(),
                    cancellationToken
                )
            )
            : Problem.From(Error.NotFound("period-unknown", period, planId));

    [Function("ListFindingsOfActivity"), Requires(Permission.ReadPlan)]
    public Task<IResult> ListOfActivityAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = Routes.Api + "plans/{planId}/periods/{period}/activities/{number}/findings"
        )]
            HttpRequest request,
        string planId,
        string period,
        string number,
        CancellationToken cancellationToken
    ) =>
        ProgressAddress.At(
            planId,
            period,
            number,
            async address =>
                Answer(
                    await handler.ListAsync(
                        address.Plan,
                        address.Period,
                        address.Activity,
                        request.GetCaller(),
                        cancellationToken
                    )
                )
        );

    [Function("ExplainFinding"), Requires(Permission.ReportProgress)]
    public async Task<IResult> ExplainAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = Routes.Api + "plans/{planId}/periods/{period}/findings/{id}/explanation"
        )]
            HttpRequest request,
        string planId,
        string period,
        string id,
        CancellationToken cancellationToken
    ) =>
        await JsonBody.ReadAsync<ExplainRequest>(request, cancellationToken) is var body
        && body.Succeeded(out var explanation, out var error)
            ? Answer(
                await handler.ExplainAsync(
                    PlanId.Parse(planId, CultureInfo.InvariantCulture),
                    period,
                    id,
                    explanation,
                    request.GetCaller(),
                    cancellationToken
                )
            )
            : Problem.From(error);

    [Function("ResolveFinding"), Requires(Permission.ReviewProgress)]
    public async Task<IResult> ResolveAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = Routes.Api + "plans/{planId}/periods/{period}/findings/{id}/resolution"
        )]
            HttpRequest request,
        string planId,
        string period,
        string id,
        CancellationToken cancellationToken
    ) =>
        await JsonBody.ReadAsync<ResolveRequest>(request, cancellationToken) is var body
        && body.Succeeded(out var resolution, out var error)
            ? Answer(
                await handler.ResolveAsync(
                    PlanId.Parse(planId, CultureInfo.InvariantCulture),
                    period,
                    id,
                    resolution,
                    request.GetCaller(),
                    cancellationToken
                )
            )
            : Problem.From(error);

    private static IResult Answer(Result<ValueList<Finding>> result) =>
        Problem.Or(result, findings => Results.Json(findings.Select(FindingView.Of), Json.Options));

    private static IResult Answer(Result<Finding> result) =>
        Problem.Or(result, finding => Results.Json(FindingView.Of(finding), Json.Options));
}
