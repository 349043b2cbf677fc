using Avance.Functions.Access;
using Avance.Functions.Http;
using Avance.Functions.Reports.Recommendations;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.RecommendationChecks;

/// <summary>The check against the recommendations of the plan before, over HTTP. The caller must be able to read both.</summary>
public sealed class RecommendationCheckFunctions(RecommendationCheckHandler handler, OtherPlanAccess access)
{
    private const string Route = Routes.Api + "plans/{planId}/recommendation-check";
    private const string Of = "of";

    [Function("GetRecommendationCheck"), Requires(Permission.ReadReports)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        access
            .FindAsync(request, Of, Permission.ReadReports)
            .ThenAsync(of => handler.CheckAsync(request.GetPlanId(), of, cancellationToken))
            .ToJsonAsync();

    [Function("PutRecommendationCheck"), Requires(Permission.ManagePlan)]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{id}")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (plan, caller) = (request.GetPlanId(), request.GetCaller());
        if (!Address(request).Succeeded(out var address, out var error))
        {
            return Problem.From(error);
        }

        var (id, seen) = address;
        return await access
            .FindAsync(request, Of, Permission.ReadReports)
            .ThenAsync(of =>
                request
                    .ReadJsonAsync<CheckRequest>(cancellationToken)
                    .ThenAsync(body => handler.DecideAsync(plan, of, id, seen, body, caller, cancellationToken))
            )
            .ToAnswerAsync(decided => VersionTag.Answer(request, decided.Version, decided));
    }

    private static Result<(RecommendationId Id, int Seen)> Address(HttpRequest request)
    {
        var text = request.GetRouteText("id");
        return !RecommendationId.TryParse(text, null, out var id) ? Error.NotFound("recommendation-unknown", text)
            : VersionTag.Read(request).Succeeded(out var seen, out var error) ? (id, seen)
            : error;
    }
}
