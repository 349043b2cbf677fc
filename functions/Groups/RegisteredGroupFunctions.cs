using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Groups;

/// <summary>All groups over HTTP, for the national secretariat: list them, register one, give it its plans.</summary>
public sealed class RegisteredGroupFunctions(RegisteredGroupHandler handler)
{
    private const string Route = Routes.Api + "groups";

    [Function("ListGroups"), Requires(Permission.ReadAllPlans)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) => Results.Json(await handler.ListAsync(cancellationToken), Json.Options);

    [Function("PutRegisteredGroup"), Requires(Permission.ManageGroups)]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{groupId}")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        ReadId(request).Succeeded(out var id, out var error)
        && VersionTag.Read(request).Succeeded(out var version, out error)
            ? await request
                .ReadJsonAsync<WorkingGroupRequest>(cancellationToken)
                .ThenAsync(body => handler.PutAsync(id, version, body, request.GetCaller(), cancellationToken))
                .ToAnswerAsync(group => VersionTag.Answer(request, group.Version, group))
            : Problem.From(error);

    [Function("PutGroupPlans"), Requires(Permission.ManageGroups)]
    public async Task<IResult> PutPlansAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{groupId}/plans")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        ReadId(request).Succeeded(out var id, out var error)
        && VersionTag.Read(request).Succeeded(out var version, out error)
            ? await request
                .ReadJsonAsync<GroupPlansRequest>(cancellationToken)
                .ThenAsync(body => handler.LinkAsync(id, version, body, request.GetCaller(), cancellationToken))
                .ToAnswerAsync(group => VersionTag.Answer(request, group.Version, group))
            : Problem.From(error);

    private static Result<WorkingGroupId> ReadId(HttpRequest request) =>
        WorkingGroupId.TryParse(request.GetRouteText("groupId"), null, out var id)
            ? id
            : Error.Invalid("group-id", "groupId", WorkingGroupId.Expected);
}
