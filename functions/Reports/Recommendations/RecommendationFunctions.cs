using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>Recommendations over HTTP: list, edit, drop, add, order.</summary>
public sealed class RecommendationFunctions(RecommendationHandler handler)
{
    private const string Route = Routes.Api + "plans/{planId}/periods/{period}/recommendations";

    [Function("ListRecommendations"), Requires(Permission.ReadReports)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        handler
            .ListAsync(request.GetPlanId(), request.GetPeriod(), cancellationToken)
            .ToAnswerAsync(all => VersionTag.Answer(request, all.Order.Version, RecommendationListView.Of(all)));

    [Function("PutRecommendation"), Requires(Permission.ManagePlan)]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{id}")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (plan, period, caller) = (request.GetPlanId(), request.GetPeriod(), request.GetCaller());
        if (!Address(request).Succeeded(out var address, out var error))
        {
            return Problem.From(error);
        }

        var (id, seen) = address;
        return await request
            .ReadJsonAsync<RecommendationRequest>(cancellationToken)
            .ThenAsync(body => handler.SaveAsync(plan, period, id, seen, body, caller, cancellationToken))
            .ToAnswerAsync(changed => Answer(request, changed));
    }

    [Function("WithdrawRecommendation"), Requires(Permission.ManagePlan)]
    public async Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{id}")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (plan, period, caller) = (request.GetPlanId(), request.GetPeriod(), request.GetCaller());
        if (!Address(request).Succeeded(out var address, out var error))
        {
            return Problem.From(error);
        }

        return await handler
            .WithdrawAsync(plan, period, address.Id, address.Seen, caller, cancellationToken)
            .ToAnswerAsync(changed => Answer(request, changed));
    }

    [Function("OrderRecommendations"), Requires(Permission.ManagePlan)]
    public async Task<IResult> OrderAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/order")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (plan, period, caller) = (request.GetPlanId(), request.GetPeriod(), request.GetCaller());
        if (!VersionTag.Read(request).Succeeded(out var seen, out var error))
        {
            return Problem.From(error);
        }

        return await request
            .ReadJsonAsync<OrderRequest>(cancellationToken)
            .ThenAsync(body => handler.OrderAsync(plan, period, seen, body, caller, cancellationToken))
            .ToAnswerAsync(order => VersionTag.Answer(request, order.Version, new OrderView(order.Version, order.Ids)));
    }

    private static Result<(RecommendationId Id, int Seen)> Address(HttpRequest request)
    {
        var text = request.GetRouteText("id");
        return !RecommendationId.TryParse(text, null, out var id) ? Error.NotFound("recommendation-unknown", text)
            : VersionTag.Read(request).Succeeded(out var seen, out var error) ? (id, seen)
            : error;
    }

    private static IResult Answer(HttpRequest request, ChangedRecommendation changed) =>
        changed.Recommendation is { } recommendation
            ? VersionTag.Answer(request, changed.Version, recommendation)
            : Results.NoContent();
}
