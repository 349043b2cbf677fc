using System.Globalization;
using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Groups.Sessions;

/// <summary>The sessions of a plan's group over HTTP: list, read, write, follow an agreement.</summary>
public sealed class GroupSessionFunctions(GroupSessionHandler handler)
{
    private const string Sessions = Routes.Api + "plans/{planId}/group/sessions";
    private const string Route = Sessions + "/{sessionId}";

    [Function("ListGroupSessions"), Requires(Permission.ReadReports)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Sessions)] HttpRequest request,
        CancellationToken cancellationToken
    ) => handler.ListAsync(request.GetPlanId(), request.GetCaller(), cancellationToken).ToJsonAsync();

    [Function("GetGroupSession"), Requires(Permission.ReadReports)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        handler
            .ShowAsync(request.GetPlanId(), request.GetRouteText("sessionId"), request.GetCaller(), cancellationToken)
            .ToAnswerAsync(view => VersionTag.Answer(request, view.Session.Version, view));

    [Function("PutGroupSession"), Requires(Permission.ManagePlan)]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        VersionTag.Read(request).Succeeded(out var version, out var error)
            ? await request
                .ReadJsonAsync<GroupSessionRequest>(cancellationToken)
                .ThenAsync(body =>
                    handler.SaveAsync(
                        request.GetPlanId(),
                        request.GetRouteText("sessionId"),
                        version,
                        body,
                        request.GetCaller(),
                        cancellationToken
                    )
                )
                .ToAnswerAsync(found => Answer(request, found))
            : Problem.From(error);

    [Function("PutGroupAgreement"), Requires(Permission.ManagePlan)]
    public async Task<IResult> PutAgreementAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/agreements/{agreement}")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        VersionTag.Read(request).Succeeded(out var version, out var error)
            ? await request
                .ReadJsonAsync<AgreementRequest>(cancellationToken)
                .ThenAsync(body =>
                    handler.FollowAsync(
                        request.GetPlanId(),
                        request.GetRouteText("sessionId"),
                        ReadNumber(request),
                        version,
                        body,
                        request.GetCaller(),
                        cancellationToken
                    )
                )
                .ToAnswerAsync(found => Answer(request, found))
            : Problem.From(error);

    private IResult Answer(HttpRequest request, SessionOfGroup found) =>
        VersionTag.Answer(request, found.Session.Version, handler.ToView(found, request.GetCaller()));

    /// <summary>The agreement of the route; 0, which no session has, if it is no number.</summary>
    private static int ReadNumber(HttpRequest request) =>
        int.TryParse(request.GetRouteText("agreement"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
