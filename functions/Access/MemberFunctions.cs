using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Access;

/// <summary>The members of a plan over HTTP: list, name, dismiss.</summary>
public sealed class MemberFunctions(MemberHandler members)
{
    private const string Route = Routes.Api + "plans/{planId}/members";

    [Function("ListMembers"), Requires(Permission.ManageMembers)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) => Results.Json(await members.ListAsync(request.GetPlanId(), cancellationToken), Json.Options);

    [Function("PutMember"), Requires(Permission.ManageMembers)]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{memberId}")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!ReadMemberId(request).Succeeded(out var id, out var error))
        {
            return Problem.From(error);
        }

        return await request
            .ReadJsonAsync<MemberRequest>(cancellationToken)
            .ThenAsync(body => members.PutAsync(request.GetPlanId(), id, body, request.GetCaller(), cancellationToken))
            .ToJsonAsync();
    }

    [Function("DeleteMember"), Requires(Permission.ManageMembers)]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{memberId}")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (ReadMemberId(request).Succeeded(out var id, out var error))
        {
            error = await members.DeleteAsync(request.GetPlanId(), id, request.GetCaller(), cancellationToken);
        }

        return error is null ? Results.NoContent() : Problem.From(error);
    }

    private static Result<Guid> ReadMemberId(HttpRequest request) =>
        Guid.TryParse(request.GetRouteText("memberId"), out var id) ? id : Error.Invalid("member-id", "memberId");
}
