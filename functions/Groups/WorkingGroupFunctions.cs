using System.Globalization;
using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Groups;

/// <summary>The group of a plan over HTTP: read it, write it, note what it did of its duties.</summary>
public sealed class WorkingGroupFunctions(WorkingGroupHandler handler)
{
    private const string Route = Routes.Api + "plans/{planId}/group";

    [Function("GetGroup"), Requires(Permission.ReadReports)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) => handler.FindAsync(request.GetPlanId(), cancellationToken).ToAnswerAsync(group => Answer(request, group));

    [Function("PutGroup"), Requires(Permission.ManagePlan)]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        VersionTag.Read(request).Succeeded(out var version, out var error)
            ? await request
                .ReadJsonAsync<WorkingGroupRequest>(cancellationToken)
                .ThenAsync(body =>
                    handler.PutAsync(request.GetPlanId(), version, body, request.GetCaller(), cancellationToken)
                )
                .ToAnswerAsync(group => Answer(request, group))
            : Problem.From(error);

    [Function("PutGroupDuty"), Requires(Permission.ManagePlan)]
    public async Task<IResult> PutDutyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/duties/{duty}/{year}")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        VersionTag.Read(request).Succeeded(out var version, out var error)
            ? await request
                .ReadJsonAsync<DutyRequest>(cancellationToken)
                .ThenAsync(body =>
                    handler.FulfilAsync(
                        request.GetPlanId(),
                        request.GetRouteText("duty"),
                        ReadYear(request),
                        version,
                        body,
                        request.GetCaller(),
                        cancellationToken
                    )
                )
                .ToAnswerAsync(group => Answer(request, group))
            : Problem.From(error);

    private IResult Answer(HttpRequest request, WorkingGroup group) =>
        VersionTag.Answer(request, group.Version, handler.ToView(group, request.GetCaller()));

    /// <summary>The year of the route; 0, which no rule takes, if it is no number.</summary>
    private static int ReadYear(HttpRequest request) =>
        int.TryParse(request.GetRouteText("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : 0;
}
